import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialsForm } from '../../controllers/form/credentials.js';
import { secretFieldId } from '../../controllers/form/form-issue.js';
import { focusWhenRendered } from '../parts/key-value-editor.js';
import type { AuthView } from './auth-view.js';

const FIRST_CHOICE_ID = 'credentials.firstProfile';

/** What a file or a pasted text has filled in. The live region is there before it has something to say. */
export function filledIn({ credentials, messages }: AuthView): TemplateResult {
  const { filled, keys } = credentials;
  const { choices } = filled;
  // The pressed button goes away; the fields that it is about are near.
  const backToFields = (event: Event) => keys[0] && focusWhenRendered(event, secretFieldId(keys[0].key));
  return html`<div class="filled">
    <p role="status" class="help">${choices.length > 0 ? `${messages.chooseProfile}:` : filled.said}</p>
    ${
      filled.canUndo
        ? html`<button
            type="button"
            class="button plain"
            @click=${(event: Event) => {
              filled.undo();
              backToFields(event);
            }}
          >
            ${messages.undo}
          </button>`
        : nothing
    }
    ${
      choices.length > 0
        ? html`<div class="profiles" role="group" aria-label=${messages.chooseProfile}>
            ${choices.map(
              ({ name, temporary }, index) =>
                html`<button
                  type="button"
                  id=${index === 0 ? FIRST_CHOICE_ID : nothing}
                  class="button"
                  @click=${(event: Event) => {
                    filled.choose(index);
                    backToFields(event);
                  }}
                >
                  ${temporary ? messages.profileTemporary(name) : name}
                </button>`,
            )}
            <button
              type="button"
              class="button plain"
              @click=${(event: Event) => {
                filled.say('');
                backToFields(event);
              }}
            >
              ${messages.cancel}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

/** Goes to the profiles when there are some to choose from: nothing else can be done with what was given. */
export function goToChoices(from: HTMLElement, { filled }: CredentialsForm): void {
  if (filled.choices.length === 0) return;
  const root = from.getRootNode() as ShadowRoot;
  const host = root.host as HTMLElement & { updateComplete?: Promise<unknown> };
  void host.updateComplete?.then(() => {
    const first = root.getElementById(FIRST_CHOICE_ID);
    // No further than is needed to see it: the field that it is about stands below.
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'nearest' });
  });
}
