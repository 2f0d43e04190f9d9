import { html, nothing, type TemplateResult } from 'lit';
import { providerSettings, type ProviderSettings, type Setting } from '../../controllers/detail/provider-settings.js';
import type { StorageCredentials } from '../../controllers/detail/storage-credentials.js';
import type { DetailWords } from '../../locales/index.js';
import type { StorageRow } from '../../model/rows.js';
import { backupStorageOverlay } from '../../schema/overlays/backup-storage.js';
import { icon } from '../parts/icons.js';
import type { DetailContext } from './detail-context.js';
import { fact } from './facts.js';

/** Where the data is, and how the operator signs in there. */
export function backendView(row: StorageRow, context: DetailContext): TemplateResult {
  const { messages } = context;
  const settings = providerSettings(row.object, backupStorageOverlay(messages));
  return html`<section part="backend" aria-labelledby="backend">
    <h3 id="backend">${messages.backendHeading}</h3>
    <dl class="facts">
      ${settings.settings.map((setting) => fact(termOf(setting), valueOf(setting, messages)))}
      ${fact(messages.credentials, credentialsView(context), true)}
    </dl>
    ${faults(settings, messages)}
  </section>`;
}

function termOf({ label, isPath }: Setting): unknown {
  return isPath ? html`<span class="mono">${label}</span>` : label;
}

function valueOf({ value }: Setting, messages: DetailWords): unknown {
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  return html`<bdi dir="ltr">${String(value)}</bdi>`;
}

function faults(settings: ProviderSettings, messages: DetailWords): TemplateResult | typeof nothing {
  const { provider, hasBlock, strayBlocks } = settings;
  const lines = [
    ...(provider === undefined ? [messages.noProvider] : hasBlock ? [] : [messages.noBlock(provider)]),
    ...(strayBlocks.length > 0 ? [messages.strayBlocks(strayBlocks)] : []),
  ];
  if (lines.length === 0) return nothing;
  return html`<ul class="warnings">
    ${lines.map((line) => html`<li>${icon('warning')}<span>${line}</span></li>`)}
  </ul>`;
}

function credentialsView(context: DetailContext): unknown {
  const { detail, messages } = context;
  const { credentials } = detail;
  switch (credentials.kind) {
    case 'never':
      return messages.secretAbsentField;
    case 'unknown':
      return messages.credentialsUnknown;
    case 'identity': {
      const how = backupStorageOverlay(messages).providers[credentials.provider]?.credentialLess ?? '';
      const { serviceAccount } = credentials;
      return html`<p>${messages.credentialLessWords(how)}</p>
        <p>
          ${serviceAccount === undefined ? messages.credentialLessNoAccount : messages.credentialLessAccount(serviceAccount)}
        </p>`;
    }
    case 'secret':
      return secretView(credentials, context);
  }
}

type SecretCredentials = Extract<StorageCredentials, { kind: 'secret' }>;

/** Which Secret, and which keys once the user asks: the values never come here. */
function secretView(credentials: SecretCredentials, { detail, messages }: DetailContext): TemplateResult {
  const { name, namespace, required } = credentials;
  const look = detail.secretLook;
  const words = (): unknown => {
    switch (look?.state) {
      case undefined:
        return nothing;
      case 'checking':
        return messages.keysChecking;
      case 'not-found':
        return messages.keysNotFound(name, namespace);
      case 'forbidden':
        return messages.keysForbidden;
      case 'failed':
        return messages.keysFailed;
      case 'found': {
        const missing = required.filter((key) => !look.keys.includes(key));
        return html`<span>${look.keys.length === 0 ? messages.keysNone : messages.keysPresent(look.keys)}</span>
          ${missing.length > 0 ? html`<span class="danger">${messages.keysMissing(missing)}</span>` : nothing}`;
      }
    }
  };
  return html`<div part="credentials" class="credentials">
    <span>${messages.secretOf(name, namespace)}</span>
    <button
      type="button"
      part="check-keys"
      class="button"
      aria-disabled=${look?.state === 'checking' ? 'true' : nothing}
      @click=${() => detail.checkKeys()}
    >
      ${messages.checkKeys}
    </button>
    <p role="status" class="keys">${words()}</p>
  </div>`;
}
