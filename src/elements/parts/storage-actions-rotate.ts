import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialsRotation } from '../../controllers/actions/credentials-rotation.js';
import { secretFieldId } from '../../controllers/form/form-issue.js';
import type { ActionsWords } from '../../locales/index.js';
import { pairsEditor } from '../backupstorage-create-form/auth-pairs.js';
import { authSecretField } from '../backupstorage-create-form/auth-secret-field.js';
import type { AuthView } from '../backupstorage-create-form/auth-view.js';
import { focusWhenRendered } from './key-value-editor.js';
import { statusBadge } from './status-badge.js';
import { actionCallout, saidByServer } from './storage-actions-callout.js';
import { modalDialog } from './storage-actions-dialog.js';
import type { StorageActionsView } from './storage-actions.js';

interface RotateView {
  rotation: CredentialsRotation;
  messages: ActionsWords;
  secret: string;
}

/** New values for the keys of the storage's Secret, and what the operator makes of them. */
export function rotateDialog({ actions, messages }: StorageActionsView): TemplateResult {
  const { rotation } = actions;
  const secret = rotation.secretName ?? '';
  const view = { rotation, messages, secret };
  const isWritten = rotation.step === 'written';
  return modalDialog({
    id: 'rotate-credentials',
    open: rotation.step !== 'closed',
    step: rotation.step,
    heading: isWritten ? messages.rotateDone(secret) : messages.rotateHeading(rotation.storageName),
    onClose: () => rotation.close(),
    content: () => (isWritten ? written(view) : fields(view)),
  });
}

function fields(view: RotateView): TemplateResult {
  const { rotation, messages, secret } = view;
  const isWriting = rotation.step === 'writing';
  return html`<form
    class="dialog-form auth"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      void rotation.submit();
    }}
  >
    <p>${messages.rotateText(secret)}</p>
    ${notes(view)}
    <div class="dialog-fields" ?inert=${isWriting}>${secretFields(view)}</div>
    <div role="status">${verdict(view)}</div>
    <p class="dialog-buttons">
      <button type="button" class="button" @click=${() => rotation.close()}>
        ${isWriting || rotation.moved ? messages.close : messages.cancel}
      </button>
      <button
        type="submit"
        part="confirm"
        class="button primary"
        aria-disabled=${isWriting || rotation.moved ? 'true' : nothing}
      >
        ${isWriting ? messages.saving : messages.save}
      </button>
    </p>
  </form>`;
}

function notes({ rotation, messages, secret }: RotateView): unknown {
  const { look, users } = rotation;
  const unread =
    look?.is === 'untold'
      ? messages.rotateUntold(secret)
      : look?.is === 'unknown'
        ? look.denied
          ? messages.secretUnreadable(secret)
          : messages.rotateUnread(secret)
        : '';
  const shared = users && users.storages.length > 0 ? messages.rotateShared(users.storages) : '';
  const untold = users?.known === 'unknown' || users?.known === 'partly' ? messages.rotateSharedUntold : '';
  return html`${look?.is === 'absent' ? actionCallout('warning', html`<p>${messages.rotateAbsent(secret)}</p>`) : nothing}
  ${look?.is === 'told' ? html`<p>${keysOf(look.keys, secret, messages)}</p>` : nothing}
  ${unread === '' ? nothing : html`<p>${unread}</p>`}
  ${shared === '' ? nothing : actionCallout('warning', html`<p>${shared}</p>`)}
  ${untold === '' ? nothing : html`<p>${untold}</p>`}`;
}

function keysOf(keys: readonly string[], secret: string, messages: ActionsWords): string {
  return keys.length === 0 ? messages.secretHasNoKeys(secret) : messages.secretHasKeys(secret, keys);
}

/** The fields of the create form, as they are there. */
function secretFields({ rotation, messages }: RotateView): TemplateResult | typeof nothing {
  const { credentials, providerForm } = rotation;
  if (!providerForm) return nothing;
  const view: AuthView = {
    credentials,
    provider: providerForm,
    messages,
    issues: rotation.issues,
    revealed: rotation.revealed,
    onReveal: (key) => rotation.toggleRevealed(key),
    fields: nothing,
  };
  return html`${credentials.isGeneric ? pairsEditor(view) : credentials.keys.map((hint) => authSecretField(hint, view))}
  ${filledIn(view)}`;
}

/** What a file or a pasted text has filled in, and which of several profiles is meant. */
function filledIn({ credentials, messages }: AuthView): TemplateResult {
  const { filled, keys } = credentials;
  const { choices } = filled;
  const press = (label: string, act: () => void) =>
    html`<button
      type="button"
      class="button"
      @click=${(event: Event) => {
        act();
        if (keys[0]) focusWhenRendered(event, secretFieldId(keys[0].key));
      }}
    >
      ${label}
    </button>`;
  return html`<div class="filled">
    <p role="status" class="help">${choices.length > 0 ? `${messages.chooseProfile}:` : filled.said}</p>
    ${filled.canUndo ? press(messages.undo, () => filled.undo()) : nothing}
    ${choices.map(({ name, temporary }, index) =>
      press(temporary ? messages.profileTemporary(name) : name, () => filled.choose(index)),
    )}
  </div>`;
}

function verdict({ rotation, messages }: RotateView): TemplateResult | typeof nothing {
  const { error } = rotation;
  if (rotation.moved) return actionCallout('warning', html`<p>${messages.rotateMoved}</p>`);
  if (rotation.nothingTyped) return actionCallout('info', html`<p>${messages.rotateNothing}</p>`);
  if (!error) return nothing;
  const isUnknown = error.outcome === 'unknown';
  return actionCallout(
    isUnknown ? 'warning' : 'danger',
    saidByServer(error, messages),
    isUnknown ? messages.rotateUnknown : messages.rotateRefused,
  );
}

function written({ rotation, messages }: RotateView): TemplateResult {
  const { echo, status, warnings } = rotation;
  const words = {
    waiting: messages.rotateWaiting,
    ready: messages.rotateReady,
    'not-ready': messages.rotateNotReady,
    denied: messages.rotateDenied,
    'signed-out': messages.createdState.signedOut,
    unreachable: messages.createdState.unreachable,
  }[echo];
  return html`<div class="dialog-form">
    <div role="status" class="rotation-echo">
      ${status ? html`<p>${statusBadge(status, messages)}</p>` : nothing}
      <p>${words}</p>
      ${status?.reason ? html`<p>${status.reason}</p>` : nothing}
    </div>
    ${warningList(warnings, messages)}
    <p class="dialog-buttons">
      <button type="button" class="button" @click=${() => rotation.close()}>${messages.close}</button>
    </p>
  </div>`;
}

/** What the server warned of when it took something. */
export function warningList(warnings: readonly string[], messages: ActionsWords): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return actionCallout(
    'warning',
    html`<ul>
      ${warnings.map((warning) => html`<li>${warning}</li>`)}
    </ul>`,
    messages.warnings,
  );
}
