import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StorageDeletion } from '../../controllers/actions/storage-deletion.js';
import type { FollowTrouble } from '../../controllers/actions/storage-follower.js';
import type { Consequences } from '../../controllers/actions/storage-surroundings.js';
import type { ActionsWords } from '../../locales/index.js';
import { icon } from './icons.js';
import { actionCallout, saidByServer } from './storage-actions-callout.js';
import { modalDialog } from './storage-actions-dialog.js';
import type { StorageActionsView } from './storage-actions.js';

const ID = 'delete-storage';

interface DeleteView {
  deletion: StorageDeletion;
  messages: ActionsWords;
  name: string;
  onCopyCommand: StorageActionsView['onCopyCommand'];
}

/** What comes with the deletion, the question, and what becomes of it. */
export function deleteDialog({ actions, messages, onCopyCommand }: StorageActionsView): TemplateResult {
  const { deletion } = actions;
  const name = deletion.storage?.metadata?.name ?? '';
  const view = { deletion, messages, name, onCopyCommand };
  const { step } = deletion;
  const isAsking = step === 'asking' || step === 'closed' || step === 'deleting';
  return modalDialog({
    id: ID,
    open: deletion.isOpen,
    step,
    heading: isAsking
      ? messages.deleteHeading(name)
      : step === 'terminating'
        ? messages.deleteTerminating(name)
        : messages.deleteDone(name),
    onClose: () => deletion.close(),
    content: () => (isAsking ? question(view) : progress(view)),
  });
}

function question(view: DeleteView): TemplateResult {
  const { deletion, messages, name } = view;
  const { consequences, problem, busy, step } = deletion;
  const isUnknown = problem?.is === 'unknown';
  const missing = step === 'asking' && deletion.asksForName && deletion.typedName !== name;
  return html`<form
    class="dialog-form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      void deletion.confirm();
    }}
  >
    ${consequences ? told(consequences, messages) : nothing} ${secretChoice(view)}
    ${deletion.asksForName ? nameField(view) : nothing}
    <div role="status">${problemNotice(view)}</div>
    <p class="dialog-buttons">
      <button type="button" class="button" @click=${() => deletion.close()}>
        ${isUnknown || busy ? messages.close : messages.cancel}
      </button>
      ${
        isUnknown
          ? lookAgainButton(view)
          : html`<button
              type="submit"
              part="confirm"
              class="button danger"
              aria-disabled=${deletion.canConfirm ? nothing : 'true'}
              aria-describedby=${missing ? `${ID}-missing` : nothing}
            >
              ${icon('remove')}${
                busy
                  ? messages.deleteDeleting
                  : deletion.asksForName
                    ? messages.deleteConfirmWipeOut
                    : messages.deleteConfirm
              }
            </button>`
      }
    </p>
  </form>`;
}

function lookAgainButton({ deletion, messages }: DeleteView): TemplateResult {
  return html`<button
    type="button"
    class="button"
    aria-disabled=${deletion.busy ? 'true' : nothing}
    @click=${() => void deletion.lookAgain()}
  >
    ${icon('retry')}${messages.lookAgain}
  </button>`;
}

function told(consequences: Consequences, messages: ActionsWords): TemplateResult {
  const { policy, repositories, size, isDefault } = consequences;
  const isWipeOut = policy === 'WipeOut';
  const words = isWipeOut
    ? messages.deleteWipeOut
    : policy === 'Delete'
      ? messages.deleteDelete
      : messages.deleteOther(policy);
  return html`${actionCallout(isWipeOut ? 'danger' : 'info', html`<p>${words}</p>`)}
    <ul class="consequences">
      <li>
        ${
          repositories === 0
            ? messages.deleteHoldsNone
            : messages.deleteHolds(messages.repositoryCount(repositories), size ?? '')
        }
      </li>
      <li>${dependents(consequences, messages)}</li>
      ${batches(consequences, messages)} ${isDefault ? html`<li>${messages.deleteDefault}</li>` : nothing}
    </ul>`;
}

function dependents({ dependents: names, dependentsKnown, denied }: Consequences, messages: ActionsWords): unknown {
  const partly = dependentsKnown === 'partly' ? html`<p>${messages.deleteDependentsPartly(denied)}</p>` : nothing;
  if (names.length > 0)
    return html`${messages.deleteDependents(names.length)} ${nameList(names)}
    ${dependentsKnown === 'unknown' ? html`<p>${messages.deleteDependentsPartly([])}</p>` : partly}`;
  switch (dependentsKnown) {
    case 'known':
      return messages.deleteDependentsNone;
    case 'partly':
      return html`${messages.deleteDependentsNoneSeen} ${partly}`;
    case 'loading':
      return messages.deleteDependentsLoading;
    case 'unknown':
      return messages.deleteDependentsUnknown;
  }
}

/** Most clusters have none: nothing is said of those, but that they could not be looked for. */
function batches({ batches: names, batchesKnown }: Consequences, messages: ActionsWords): unknown {
  const untold =
    batchesKnown === 'partly' || batchesKnown === 'unknown'
      ? html`<p>${messages.forbiddenRows(messages.backupBatches)}</p>`
      : nothing;
  if (names.length > 0) return html`<li>${messages.deleteBatches(names.length)} ${nameList(names)} ${untold}</li>`;
  return untold === nothing ? nothing : html`<li>${untold}</li>`;
}

function nameList(names: readonly string[]): TemplateResult {
  return html`<ul class="dependents">
    ${names.map((name) => html`<li>${name}</li>`)}
  </ul>`;
}

function secretChoice({ deletion, messages }: DeleteView): TemplateResult | typeof nothing {
  const { is, name, by } = deletion.secretOffer;
  switch (is) {
    case 'none':
      return nothing;
    case 'free':
      return html`<div class="secret-choice">
        <label class="check">
          <input
            type="checkbox"
            aria-describedby="${ID}-secret-help"
            .checked=${live(deletion.withSecret)}
            ?disabled=${deletion.busy}
            @change=${(event: Event) => (deletion.withSecret = (event.target as HTMLInputElement).checked)}
          />
          <span>${messages.deleteSecret(name)}</span>
        </label>
        <p id="${ID}-secret-help" class="help">${messages.deleteSecretFree}</p>
      </div>`;
    case 'used':
      return html`<p>${messages.deleteSecretUsed(name, by)}</p>`;
    case 'untold':
      return html`<p>${messages.deleteSecretUntold(name)}</p>`;
    case 'denied':
      return html`<p>${messages.deleteSecretDenied(name)}</p>`;
    case 'unsupported':
      return html`<p>${messages.deleteSecretUnsupported(name)}</p>`;
    case 'loading':
      return html`<p>${messages.deleteSecretLoading(name)}</p>`;
  }
}

function nameField({ deletion, messages, name }: DeleteView): TemplateResult {
  const missing = deletion.typedName !== name;
  return html`<div class="form-field">
    <label for="${ID}-name">${messages.deleteTypeName(name)}</label>
    <input
      id="${ID}-name"
      class="control"
      type="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby=${missing ? `${ID}-missing` : nothing}
      .value=${live(deletion.typedName)}
      @input=${(event: Event) => (deletion.typedName = (event.target as HTMLInputElement).value)}
    />
    ${missing ? html`<p id="${ID}-missing" class="help">${messages.deleteNameMissing}</p>` : nothing}
  </div>`;
}

function problemNotice({ deletion, messages }: DeleteView): TemplateResult | typeof nothing {
  const { problem } = deletion;
  switch (problem?.is) {
    case 'changed':
      return actionCallout('warning', html`<p>${messages.deleteChanged}</p>`);
    case 'replaced':
      return actionCallout('warning', html`<p>${messages.deleteReplaced}</p>`);
    case 'refused':
      return actionCallout('danger', saidByServer(problem.error, messages), messages.deleteRefused);
    case 'unknown':
      return actionCallout('warning', saidByServer(problem.error, messages), messages.deleteUnknown);
    default:
      return nothing;
  }
}

function progress(view: DeleteView): TemplateResult {
  const { deletion, messages } = view;
  return html`<div class="dialog-form">
    <div role="status" class="deletion-progress">${progressWords(view)}</div>
    ${deletion.step === 'done' ? secretLeft(view) : nothing}
    <p class="dialog-buttons">
      <button type="button" class="button" @click=${() => deletion.close()}>${messages.close}</button>
      ${deletion.cannotFollow ? lookAgainButton(view) : nothing}
    </p>
  </div>`;
}

function progressWords({ deletion, messages }: DeleteView): unknown {
  const { step, storage, cleanUpFaults, cannotFollow, problem } = deletion;
  if (step === 'gone') return deletion.willDeleteSecret ? html`<p>${messages.deleteSecretGoing}</p>` : nothing;
  if (step === 'done')
    return deletion.secretDeleted ? html`<p>${messages.deleteDoneSecret(deletion.secretOffer.name)}</p>` : nothing;
  const isWipeOut = storage?.spec?.deletionPolicy === 'WipeOut';
  return html`<p class="going">
      <span class="spinning">${icon('progress')}</span>
      ${isWipeOut ? messages.deleteTerminatingWipeOut : messages.deleteTerminatingText}
    </p>
    ${deletion.willDeleteSecret ? html`<p>${messages.deleteTerminatingSecret}</p>` : nothing}
    ${cannotFollow ? html`<p>${whyNotFollowed(cannotFollow, messages)}</p>` : nothing}
    ${problem?.is === 'unknown' ? actionCallout('warning', saidByServer(problem.error, messages)) : nothing}
    ${
      cleanUpFaults.length > 0
        ? actionCallout(
            'danger',
            html`<ul>
              ${cleanUpFaults.map(({ type, message, reason }) => html`<li>${type}: ${message || reason}</li>`)}
            </ul>`,
            messages.deleteCleanUpFaults,
          )
        : nothing
    }`;
}

function whyNotFollowed(trouble: FollowTrouble, messages: ActionsWords): string {
  switch (trouble) {
    case 'denied':
      return messages.deleteCannotFollow;
    case 'signed-out':
      return messages.createdState.signedOut;
    case 'unreachable':
      return messages.createdState.unreachable;
  }
}

/** By name, with a way on for whoever has a shell. */
function secretLeft({ deletion, messages, onCopyCommand }: DeleteView): TemplateResult | typeof nothing {
  const left = deletion.secretLeft;
  if (!left) return nothing;
  const command = `kubectl delete secret ${left.name} -n ${left.namespace}`;
  return actionCallout(
    'warning',
    html`${saidByServer(left.error, messages)}
      <p>${messages.leftBehindCommand} <code>${command}</code></p>
      <p class="dialog-buttons">
        <button
          type="button"
          class="button"
          aria-disabled=${deletion.busy ? 'true' : nothing}
          @click=${() => void deletion.retrySecret()}
        >
          ${icon('retry')}${messages.retry}
        </button>
        ${
          onCopyCommand
            ? html`<button type="button" class="button" @click=${() => onCopyCommand(command)}>
                ${icon('copy')}${messages.copyCommand}
              </button>`
            : nothing
        }
      </p>`,
    messages.deleteSecretLeft(`${left.namespace}/${left.name}`),
  );
}
