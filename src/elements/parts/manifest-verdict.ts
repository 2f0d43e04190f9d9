import { html, nothing, type TemplateResult } from 'lit';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import { withoutWebhookPrefix } from '../../data-source/errors.js';
import type { Messages } from '../../locales/index.js';
import type { LeftBehind, PlanProgress, PlanResult, PlanStep } from '../../manifest/creation-plan.js';
import { icon } from './icons.js';

/** The steps of a submit, and what the server said in the end. The regions are always there, or nothing in them would be announced. */
export function manifestVerdict(preview: ManifestPreviewController, messages: Messages): TemplateResult {
  const { progress, result, submitting } = preview;
  return html`<div part="verdict" class="verdict">
    <div role="status">
      ${result?.outcome === 'created' ? createdLine(result, messages) : nothing}
      ${
        progress.length > 0 && (submitting || result?.outcome === 'refused')
          ? html`<ol part="progress" class="progress">
              ${progress.map((step) => progressLine(step, preview, messages))}
            </ol>`
          : nothing
      }
    </div>
    <div role="alert">${result?.outcome === 'refused' ? refusal(result, preview, messages) : nothing}</div>
  </div>`;
}

function progressLine({ step, state }: PlanProgress, preview: ManifestPreviewController, messages: Messages) {
  const words: Record<PlanStep, string> = {
    check: preview.hasCredentials ? messages.stepCheck : messages.stepCheckOne,
    secret: messages.stepSecret,
    storage: messages.stepStorage,
    'roll-back': messages.stepRollBack,
  };
  const said = { running: messages.stepRunning, done: messages.stepDone, failed: messages.stepFailed }[state];
  const shape = ({ running: 'progress', done: 'done', failed: 'clear' } as const)[state];
  return html`<li class=${state}>
    <span class=${state === 'running' ? 'step-icon spinning' : 'step-icon'}>${icon(shape)}</span>
    <span>${words[step]}</span><span class="muted">${said}</span>
  </li>`;
}

type Refused = Extract<PlanResult, { outcome: 'refused' }>;

function refusal(result: Refused, preview: ManifestPreviewController, messages: Messages): TemplateResult {
  const { error, refused, leftBehind } = result;
  const secret = preview.objects.find(({ kind }) => kind === 'Secret')?.metadata?.name ?? '';
  return html`<div part="refusal" class="callout danger">
    ${icon('danger')}
    <div>
      <p class="callout-title">${refusalHeading(result, messages)}</p>
      ${
        error.causes.length > 0
          ? html`<ul>
              ${error.causes.map(
                ({ field, message }) => html`<li>${field ? html`<code>${field}</code>: ` : nothing}${message}</li>`,
              )}
            </ul>`
          : html`<p>${withoutWebhookPrefix(error.message)}</p>`
      }
      ${
        refused === 'secret' && error.code === 'already-exists'
          ? html`<p>${messages.secretExists(secret)}</p>`
          : nothing
      }
      ${error.outcome === 'unknown' ? html`<p>${messages.refusedUnknown}</p>` : nothing}
      ${leftBehind ? leftBehindLines(leftBehind, messages) : nothing}
      ${
        leftBehind || error.outcome === 'unknown'
          ? nothing
          : html`<p class="muted">${messages.refusedNothingWritten}</p>`
      }
    </div>
  </div>`;
}

function createdLine({ storage }: Extract<PlanResult, { outcome: 'created' }>, messages: Messages): TemplateResult {
  return html`<div part="created" class="callout success">
    ${icon('ready')}
    <p>${messages.created(storage.metadata?.name ?? '')}</p>
  </div>`;
}

/** What is so: that the server said no, or that nobody could ask it. */
function refusalHeading({ refused, error }: Refused, messages: Messages): string {
  switch (error.code) {
    case 'unsupported':
      return messages.notSubmittedHeading;
    case 'unauthenticated':
      return messages.signedOutHeading;
    case 'unreachable':
    case 'timeout':
      return messages.unreachableHeading;
    default:
      return refused === 'secret' ? messages.refusedSecret : messages.refusedStorage;
  }
}

function leftBehindLines({ namespace, name, error }: LeftBehind, messages: Messages): TemplateResult {
  return html`<p>${messages.leftBehind(`${namespace}/${name}`)} ${messages.leftBehindWhy} ${error.message}</p>
    <p>${messages.leftBehindCommand} <code>kubectl delete secret ${name} -n ${namespace}</code></p>`;
}
