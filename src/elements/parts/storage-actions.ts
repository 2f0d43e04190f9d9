import { html, nothing, type TemplateResult } from 'lit';
import { STORAGE_ACTIONS, type StorageAction, type StorageActions } from '../../controllers/actions/storage-actions.js';
import type { ActionsWords } from '../../locales/index.js';
import { icon, type IconName } from './icons.js';
import { deleteDialog } from './storage-actions-delete.js';
import { rotateDialog } from './storage-actions-rotate.js';

export interface StorageActionsView {
  actions: StorageActions;
  messages: ActionsWords;
  /** Puts a line for kubectl on the clipboard; without it there is no button for it. */
  onCopyCommand?: ((command: string) => void) | undefined;
}

const ICONS: Readonly<Partial<Record<StorageAction, IconName>>> = { rotate: 'retry', delete: 'remove' };

/**
 * The buttons. One that the user may not press can be reached all the same, and the reason stands below it, to be read by
 * everybody.
 */
export function storageActionButtons({ actions, messages }: StorageActionsView): TemplateResult {
  const shown = STORAGE_ACTIONS.map((action) => ({ action, state: actions.stateOf(action) })).filter(
    ({ state }) => state.is !== 'hidden',
  );
  if (shown.length === 0) return html``;
  const reasons = [...new Set(shown.flatMap(({ state }) => (state.is === 'disabled' ? [state.reason] : [])))];
  return html`<div part="actions" class="storage-actions" role="group" aria-label=${messages.actions}>
    <div class="action-buttons">
      ${shown.map(({ action, state }) => {
        const shape = ICONS[action];
        const reason = state.is === 'disabled' ? reasons.indexOf(state.reason) : -1;
        return html`<button
          type="button"
          part="action action-${action}"
          class="button action-${action}"
          aria-haspopup=${action === 'edit' ? nothing : 'dialog'}
          aria-disabled=${state.is === 'disabled' ? 'true' : nothing}
          aria-describedby=${reason < 0 ? nothing : `action-reason-${reason}`}
          @click=${() => actions.start(action)}
        >
          ${shape ? icon(shape) : nothing}${messages.actionNames[action]}
        </button>`;
      })}
    </div>
    ${reasons.map((reason, index) => html`<p id="action-reason-${index}" class="action-reason">${reason}</p>`)}
  </div>`;
}

/** The dialogs of the buttons. They outlive the storage: to be rendered also while nothing but its end is shown. */
export function storageActionDialogs(view: StorageActionsView): TemplateResult {
  return html`${deleteDialog(view)} ${rotateDialog(view)}`;
}
