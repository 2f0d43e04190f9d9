import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import { icon } from './icons.js';

/** What the buttons at the end do. */
interface TakeAway {
  copyState: 'copied' | 'failed' | undefined;
  copy: (credentials: boolean) => unknown;
  /** Absent: there is nothing but Copy. */
  download?: (credentials: boolean) => void;
}

/** The row above the editor: how the manifest is written, what of it is shown, and ways to take it away. */
export function manifestToolbar(
  preview: ManifestPreviewController,
  takeAway: TakeAway,
  messages: ManifestWords,
): TemplateResult {
  const { copyState } = takeAway;
  const off = preview.mayTakeAway(false) ? nothing : 'true';
  return html`<div part="manifest-toolbar" class="manifest-toolbar">
    ${formats(preview, messages)}
    ${
      preview.hasCredentials
        ? toggle(preview, messages.showCredentials, preview.revealed, (on) => preview.setRevealed(on))
        : nothing
    }
    ${
      preview.hasManagedFields
        ? toggle(preview, messages.showManagedFields, preview.managedFieldsShown, (on) =>
            preview.setManagedFieldsShown(on),
          )
        : nothing
    }
    <div class="take-away">
      <span role="status" class="copy-state"
        >${copyState === 'copied' ? messages.copied : copyState === 'failed' ? messages.copyFailed : nothing}</span
      >
      <button
        type="button"
        part="copy"
        class="button copy"
        aria-disabled=${off}
        @click=${() => void takeAway.copy(false)}
      >
        ${icon(copyState === 'copied' ? 'done' : 'copy')}${messages.copy}
      </button>
      ${
        takeAway.download
          ? html`<button
                type="button"
                part="download"
                class="button"
                aria-disabled=${off}
                @click=${() => takeAway.download?.(false)}
              >
                ${messages.download}
              </button>
              ${preview.hasCredentials ? withCredentials(preview, takeAway, messages) : nothing}`
          : nothing
      }
    </div>
  </div>`;
}

function formats(preview: ManifestPreviewController, messages: ManifestWords): TemplateResult {
  const choice = (format: ManifestFormat, label: string) =>
    html`<label class="segment"
      ><input
        type="radio"
        name="format"
        value=${format}
        .checked=${live(preview.format === format)}
        ?disabled=${preview.issues.length > 0}
        @change=${() => preview.setFormat(format)}
      /><span>${label}</span></label
    >`;
  return html`<div class="segments" role="radiogroup" aria-label=${messages.format}>
    ${choice('yaml', messages.yaml)}${choice('json', messages.json)}
  </div>`;
}

function toggle(
  preview: ManifestPreviewController,
  label: string,
  on: boolean,
  set: (on: boolean) => void,
): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(on)}
      ?disabled=${preview.issues.length > 0}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />${label}</label
  >`;
}

/** A disclosure, not a menu: two ordinary buttons that are out of the way until somebody means them. */
function withCredentials(
  preview: ManifestPreviewController,
  takeAway: TakeAway,
  messages: ManifestWords,
): TemplateResult {
  const off = preview.mayTakeAway(true) ? nothing : 'true';
  const close = (event: Event) => {
    const details = (event.currentTarget as HTMLElement).closest('details')!;
    const { activeElement } = details.getRootNode() as ShadowRoot | Document;
    if (details.contains(activeElement)) details.querySelector('summary')!.focus();
    details.open = false;
  };
  const act = (work: (credentials: boolean) => unknown) => (event: Event) => {
    close(event);
    void work(true);
  };
  return html`<details
    part="with-credentials"
    class="more"
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close(event)}
    @focusout=${(event: FocusEvent) => {
      const details = event.currentTarget as HTMLDetailsElement;
      if (event.relatedTarget && !details.contains(event.relatedTarget as Node)) details.open = false;
    }}
  >
    <summary class="button">${messages.withCredentials}${icon('descending')}</summary>
    <div class="more-items">
      <button
        type="button"
        class="button"
        aria-disabled=${off}
        @click=${act((credentials) => takeAway.copy(credentials))}
      >
        ${messages.copyWithCredentials}
      </button>
      <button
        type="button"
        class="button"
        aria-disabled=${off}
        @click=${act((credentials) => takeAway.download?.(credentials))}
      >
        ${messages.downloadWithCredentials}
      </button>
    </div>
  </details>`;
}
