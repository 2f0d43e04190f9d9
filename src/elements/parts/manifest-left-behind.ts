import { html, nothing, type TemplateResult } from 'lit';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import { ownFaultWords } from '../../manifest/own-faults.js';
import { focusVerdict } from './manifest-verdict-focus.js';
import { icon } from './icons.js';
import { sentences } from './sentences.js';

export interface LeftBehindView {
  preview: ManifestPreviewController;
  messages: ManifestWords;
  onCopyCommand?: ((command: string) => void) | undefined;
  /** Trying again has shown that both objects are there. */
  onConverged?: ((result: PlanResult) => void) | undefined;
}

/** The Secret that is in the cluster without its storage, by name, until it is gone: Retry, Keep, and a line for kubectl. */
export function leftBehindNotice(view: LeftBehindView): TemplateResult | typeof nothing {
  const { preview, messages, onCopyCommand } = view;
  const { leftBehind, kept, removing } = preview.submission;
  if (!leftBehind) return nothing;
  const { namespace, name, error } = leftBehind;
  const command = `kubectl delete secret ${name} -n ${namespace}`;
  const retry = async (event: Event) => {
    focusVerdict(event);
    const result = await preview.submission.removeLeft();
    if (result) view.onConverged?.(result);
  };
  // Somebody has changed it since, a storage uses it, or there is no way: trying again would only say so again.
  const mayHelp = error.code !== 'conflict' && error.code !== 'unsupported';
  return html`<div part="left-behind" class="callout warning">
    ${icon(kept ? 'info' : 'warning')}
    <div>
      <p class="callout-title">${(kept ? messages.keptSecret : messages.leftBehind)(`${namespace}/${name}`)}</p>
      ${kept ? html`<p>${messages.keptSecretNext}</p>` : html`<p>${sentences(messages.leftBehindWhy, ownFaultWords(error, messages) ?? error.message)}</p>`}
      ${
        kept
          ? nothing
          : html`<p class="ways-on">
              ${
                mayHelp
                  ? html`<button
                      type="button"
                      class="button"
                      aria-disabled=${removing ? 'true' : nothing}
                      @click=${retry}
                    >
                      ${icon('retry')}${messages.retry}
                    </button>`
                  : nothing
              }
              <button
                type="button"
                class="button"
                @click=${(event: Event) => {
                  focusVerdict(event);
                  preview.submission.keepLeft();
                }}
              >
                ${messages.keep}
              </button>
            </p>`
      }
      <p>${messages.leftBehindCommand} <code>${command}</code></p>
      ${
        onCopyCommand
          ? html`<p>
              <button type="button" class="button" @click=${() => onCopyCommand(command)}>
                ${icon('copy')}${messages.copyCommand}
              </button>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}
