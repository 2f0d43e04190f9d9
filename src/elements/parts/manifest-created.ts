import { css, html, nothing, type TemplateResult } from 'lit';
import type { CreatedStorage } from '../../controllers/manifest/created-storage.js';
import type { ManifestWords } from '../../locales/index.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import type { BackupStorage } from '../../model/types.js';
import { fillTemplate } from './cells.js';
import { icon } from './icons.js';
import { statusBadge } from './status-badge.js';

export interface CreatedView {
  created: Extract<PlanResult, { outcome: 'created' }>;
  /** Follows `created.storage`. */
  follower: CreatedStorage;
  messages: ManifestWords;
  /** Where the storage's page is, with `{namespace}` and `{name}` in it. */
  detailHref: string | undefined;
  /** The user wants to see it; prevented, the link is not followed. */
  onView: (storage: BackupStorage, click: Event) => void;
  onAnother: () => void;
}

/** What exists now, how it is doing, and the ways on. Needs {@link createdStyles} and those of the status badge. */
export function createdView(view: CreatedView): TemplateResult {
  const { created, follower, messages, detailHref, onView, onAnother } = view;
  const { secret, warnings } = created;
  const storage = follower.storage ?? created.storage;
  const { name = '', namespace = '' } = storage.metadata ?? {};
  const href = fillTemplate(detailHref, { name, namespace });
  const see = (event: Event) => onView(storage, event);
  return html`<div part="created" class="callout ${follower.state === 'not-ready' ? 'warning' : 'success'} created">
    ${icon(follower.state === 'not-ready' ? 'warning' : 'ready')}
    <div>
      <h2 class="heading" tabindex="-1">${messages.created(name)}</h2>
      ${secret ? html`<p>${messages.createdSecret(secret.metadata?.name ?? '')}</p>` : nothing}
      <div role="status" class="created-state">${stateLines(follower, messages)}</div>
      ${
        warnings.length > 0
          ? html`<p>${messages.warnings}</p>
              <ul>
                ${warnings.map((warning) => html`<li>${warning}</li>`)}
              </ul>`
          : nothing
      }
      <slot name="created"></slot>
      <p class="ways-on">
        ${
          follower.state === 'deleted'
            ? nothing
            : href === undefined
              ? html`<button type="button" part="view" class="button" @click=${see}>${messages.view}</button>`
              : html`<a part="view" class="button" href=${href} @click=${see}>${messages.view}</a>`
        }
        <button type="button" part="create-another" class="button" @click=${onAnother}>
          ${messages.createAnother}
        </button>
      </p>
    </div>
  </div>`;
}

function stateLines(follower: CreatedStorage, messages: ManifestWords): TemplateResult | typeof nothing {
  const { state, status } = follower;
  if (state === 'other') return nothing;
  const { createdState } = messages;
  const words = {
    settling: createdState.settling,
    ready: createdState.ready,
    'not-ready': createdState.notReady,
    deleted: createdState.deleted,
    denied: createdState.denied,
    'signed-out': createdState.signedOut,
    unreachable: createdState.unreachable,
  }[state];
  // Before the operator has said anything there is no status to show, and "Unknown" would look like a fault.
  const hasStatus = status && !status.inProgress && state !== 'deleted' && state !== 'settling';
  return html`<p class="created-status">
      ${
        hasStatus
          ? statusBadge(status, messages)
          : state === 'settling'
            ? html`<span class="step-icon spinning">${icon('progress')}</span>`
            : nothing
      }
      <span>${words}</span>
    </p>
    ${hasStatus && status.reason ? html`<p part="created-reason">${status.reason}</p>` : nothing}`;
}

export const createdStyles = css`
  .created-status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 1.8em;
  }
`;
