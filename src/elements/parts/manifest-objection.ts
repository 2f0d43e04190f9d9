import { html, nothing, type TemplateResult } from 'lit';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import { ownFaultWords } from '../../manifest/own-faults.js';
import type { Objection, ObjectionCause, ObjectionKind } from '../../manifest/verdict.js';
import { RESOURCE_TYPES } from '../../model/resources.js';
import type { PlanObject } from '../../manifest/verdict-access.js';
import { focusVerdict } from './manifest-verdict-focus.js';

export interface ObjectionView {
  preview: ManifestPreviewController;
  messages: ManifestWords;
}

/** What one object was not taken for: the server's reasons, what they mean, the ways on. */
export function objectionLines(objection: Objection, view: ObjectionView): TemplateResult {
  const { kind, of, denial, error } = objection;
  const { messages } = view;
  const own = ownFaultWords(error, messages);
  const causes = own === undefined ? objection.causes : [{ ...fieldOf(objection), message: own }];
  const meaning = meaningOf(kind, messages);
  return html`
    ${denial ? html`<p>${messages.mayNot(denial.verb, resourceName(denial), denial.namespace)}</p>` : nothing}
    ${meaning ? html`<p>${meaning}</p>` : nothing}
    ${
      kind === 'refused' || (kind === 'exists' && of === 'storage')
        ? html`<ul>
            ${causes.map((cause) => html`<li>${causeLine({ ...cause, of }, view)}</li>`)}
          </ul>`
        : denial || kind === 'exists'
          ? nothing
          : html`<p class="muted">${causes.map(({ message }) => message).join(' ')}</p>`
    }
    ${kind === 'exists' && of === 'secret' ? secretChoices(view) : nothing}
  `;
}

/** Where what was found here belongs: a name that is taken, at the name. */
function fieldOf({ kind }: Objection): { field?: string } {
  return kind === 'exists' ? { field: 'metadata.name' } : {};
}

function causeLine(
  { field, message, of }: ObjectionCause & { of: PlanObject },
  { preview }: ObjectionView,
): TemplateResult {
  if (!field) return html`${message}`;
  const name = html`<code>${field}</code>`;
  const place = preview.placeOf(of, field);
  return html`${
    place ? html`<button type="button" class="link cause" @click=${() => preview.goTo(place)}>${name}</button>` : name
  }:
  ${message}`;
}

function meaningOf(kind: ObjectionKind, { verdict }: ManifestWords): string | undefined {
  const words: Partial<Record<ObjectionKind, string>> = {
    webhook: verdict.webhookText,
    unreachable: verdict.unreachableText,
    'signed-out': verdict.signedOutText,
    unsupported: verdict.unsupportedText,
  };
  return words[kind];
}

/** As people call them, where that is known. */
function resourceName({ group, resource }: { group: string; resource: string }): string {
  const known = RESOURCE_TYPES.find((type) => type.group === group && type.resource === resource);
  if (known) return known.kind.endsWith('y') ? `${known.kind.slice(0, -1)}ies` : `${known.kind}s`;
  return group === '' ? resource : `${resource}.${group}`;
}

/** A Secret of that name is there: use it, take another name, or replace it, which has to be said. */
function secretChoices({ preview, messages }: ObjectionView): TemplateResult {
  const name = preview.objects.find(({ kind }) => kind === 'Secret')?.metadata?.name ?? '';
  const act = (work: () => void) => (event: Event) => {
    focusVerdict(event);
    work();
  };
  return html`<p>${messages.secretExists(name)}</p>
    <p class="ways-on">
      <button type="button" class="button" @click=${act(() => preview.useExistingSecret())}>
        ${messages.useExistingSecret}
      </button>
      <button type="button" class="button" @click=${act(() => preview.renameSecret())}>${messages.renameSecret}</button>
    </p>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${preview.replacesSecret}
        @change=${(event: Event) => (preview.replacesSecret = (event.target as HTMLInputElement).checked)}
      />${messages.replaceSecret(name)}</label
    >`;
}
