import { html, nothing, type TemplateResult } from 'lit';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import type { PlanProgress, PlanResult, PlanStep } from '../../manifest/creation-plan.js';
import type { Difference } from '../../manifest/difference.js';
import { ownFaultWords } from '../../manifest/own-faults.js';
import { isRetriable, objectionOf, type Objection, type ObjectionKind, type Verdict } from '../../manifest/verdict.js';
import { icon, type IconName } from './icons.js';
import { leftBehindNotice, type LeftBehindView } from './manifest-left-behind.js';
import { focusVerdict } from './manifest-verdict-focus.js';
import { objectionLines, type ObjectionView } from './manifest-objection.js';

export type VerdictView = ObjectionView & LeftBehindView;

/**
 * What the server says: to the text before anything is created, then the steps of a submit, and what came of them. The
 * regions are always there, or nothing in them would be announced.
 */
export function manifestVerdict(view: VerdictView): TemplateResult {
  const { preview, messages } = view;
  const { progress, result, submitting, verdict } = preview;
  const isBefore = !submitting && result === undefined;
  const known = isBefore && verdict.is === 'known' ? verdict.verdict : undefined;
  return html`<section part="verdict" class="verdict" tabindex="-1" aria-label=${messages.verdict.region}>
    <div role="status" class="visually-hidden">${known ? wordsFor(known, messages).words : nothing}</div>
    ${preview.creatable ? nothing : uncreatable(messages)} ${isBefore ? pending(view) : nothing}
    ${known ? verdictLines(known, view) : nothing}
    <div role="status">
      ${
        progress.length > 0 && (submitting || result?.outcome === 'refused')
          ? html`<ol part="progress" class="progress">
              ${progress.map((step) => progressLine(step, preview, messages))}
            </ol>`
          : nothing
      }
    </div>
    <div role="alert">${result?.outcome === 'refused' ? refusal(result, view) : nothing}</div>
    ${submitting ? nothing : leftBehindNotice(view)}
  </section>`;
}

/** The data source has no way to create anything: nobody need be asked. */
function uncreatable(messages: ManifestWords): TemplateResult {
  return html`<div part="verdict-state" class="callout">
    ${icon('info')}
    <div>
      <p class="callout-title">${messages.uncreatableHeading}</p>
      <p>${messages.uncreatableText}</p>
    </div>
  </div>`;
}

/** Said to the eye only: while somebody types it would be announced at every pause. */
function pending({ preview, messages }: VerdictView): TemplateResult | typeof nothing {
  switch (preview.verdict.is) {
    case 'checking':
      return html`<p part="verdict-state" class="verdict-pending">
        <span class="step-icon spinning">${icon('progress')}</span>${messages.verdict.checking}
      </p>`;
    case 'waiting':
      return html`<p part="verdict-state" class="verdict-pending">${icon('info')}${messages.verdict.waits}</p>`;
    default:
      return nothing;
  }
}

function verdictLines(verdict: Verdict, view: VerdictView): TemplateResult {
  const { messages, preview } = view;
  const { objections } = verdict;
  const { tone, shape, words } = wordsFor(verdict, messages);
  return html`<div part="verdict-state" class="callout ${tone}">
    ${icon(shape)}
    <div>
      <p class="callout-title">${words}</p>
      ${
        objections.length === 0
          ? acceptedLines(verdict, view)
          : objections.map((objection, index) =>
              // The network fails for both alike: once is enough.
              objections.findIndex((other) => saysOf(other, messages) === saysOf(objection, messages)) < index
                ? nothing
                : objectionLines(objection, view),
            )
      }
      ${verdict.rollBack && objections.length === 0 ? rollBackLine(verdict.rollBack, messages) : nothing}
      ${
        objections.some(isRetriable)
          ? html`<p>
              <button
                type="button"
                class="button"
                @click=${(event: Event) => {
                  focusVerdict(event);
                  preview.recheck();
                }}
              >
                ${icon('retry')}${messages.retry}
              </button>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

/** What the reader is told of it. */
function saysOf({ error }: Objection, messages: ManifestWords): string {
  return ownFaultWords(error, messages) ?? error.message;
}

/** What keeps everything from being created comes before what can be mended in the text. */
const GRAVEST: readonly ObjectionKind[] = [
  'denied',
  'signed-out',
  'unreachable',
  'webhook',
  'refused',
  'exists',
  'busy',
  'unsupported',
];

function wordsFor(
  { objections }: Verdict,
  { verdict }: ManifestWords,
): { tone: 'success' | 'danger' | 'warning' | ''; shape: IconName; words: string } {
  const kind = GRAVEST.find((grave) => objections.some((objection) => objection.kind === grave));
  switch (kind) {
    case undefined:
      return { tone: 'success', shape: 'ready', words: verdict.accepted };
    case 'refused':
      return { tone: 'danger', shape: 'danger', words: verdict.refused };
    case 'denied':
      return { tone: 'danger', shape: 'forbidden', words: verdict.denied };
    case 'exists':
      return { tone: 'danger', shape: 'danger', words: verdict.exists };
    case 'webhook':
      return { tone: 'warning', shape: 'warning', words: verdict.webhook };
    case 'busy':
      return { tone: 'warning', shape: 'warning', words: verdict.busy };
    case 'unreachable':
      return { tone: 'warning', shape: 'unreachable', words: verdict.unreachable };
    case 'signed-out':
      return { tone: 'warning', shape: 'signedOut', words: verdict.signedOut };
    case 'unsupported':
      return { tone: '', shape: 'info', words: verdict.unsupported };
  }
}

function acceptedLines({ changes, warnings }: Verdict, { preview, messages }: VerdictView): TemplateResult {
  const kindOf = { secret: 'Secret', storage: preview.type.kind };
  const changed = changes.filter(({ differences }) => differences.length > 0);
  return html`
    ${
      changed.length === 0
        ? html`<p>${messages.verdict.noChanges}</p>`
        : html`<p>${messages.verdict.changes}</p>
            ${changed.map(
              ({ of, differences }) => html`
                ${changes.length > 1 ? html`<p class="muted">${kindOf[of]}</p>` : nothing}
                <ul part="differences" class="differences">
                  ${differences.map((difference) => differenceLine(difference, messages))}
                </ul>
              `,
            )}`
    }
    ${
      warnings.length > 0
        ? html`<p>${messages.verdict.warnings}</p>
            <ul>
              ${warnings.map((warning) => html`<li>${warning}</li>`)}
            </ul>`
        : nothing
    }
  `;
}

function differenceLine({ path, before, after }: Difference, { verdict }: ManifestWords): TemplateResult {
  const was = before === undefined ? nothing : html`<del><code>${before}</code></del>`;
  const is = after === undefined ? nothing : html`<ins><code>${after}</code></ins>`;
  const what = before === undefined ? verdict.added : after === undefined ? verdict.dropped : undefined;
  return html`<li>
    <code>${path}</code>: ${was}${what === undefined ? html` <span aria-hidden="true">→</span> ` : nothing}${is}
    ${what === undefined ? nothing : html`<span class="muted">${what}</span>`}
  </li>`;
}

function rollBackLine(why: NonNullable<Verdict['rollBack']>, { verdict }: ManifestWords): TemplateResult {
  return html`<p class="muted">${why === 'denied' ? verdict.rollBackDenied : verdict.rollBackUnsupported}</p>`;
}

function progressLine({ step, state }: PlanProgress, preview: ManifestPreviewController, messages: ManifestWords) {
  const words: Record<PlanStep, string> = {
    access: messages.stepAccess,
    check: preview.hasCredentials ? messages.stepCheck : messages.stepCheckOne,
    replace: messages.stepReplace,
    secret: messages.stepSecret,
    storage: messages.stepStorage,
    'roll-back': messages.stepRollBack,
  };
  const said = {
    running: messages.stepRunning,
    done: messages.stepDone,
    failed: messages.stepFailed,
    skipped: messages.stepSkipped,
  }[state];
  const shape = ({ running: 'progress', done: 'done', failed: 'clear', skipped: 'info' } as const)[state];
  return html`<li class=${state}>
    <span class=${state === 'running' ? 'step-icon spinning' : 'step-icon'}>${icon(shape)}</span>
    <span>${words[step]}</span><span class="muted">${said}</span>
  </li>`;
}

type Refused = Extract<PlanResult, { outcome: 'refused' }>;

function refusal(result: Refused, view: VerdictView): TemplateResult {
  const { error, refused } = result;
  const { messages, preview } = view;
  const isOpen = error.outcome === 'unknown' || preview.submission.leftBehind !== undefined;
  return html`<div part="refusal" class="callout danger">
    ${icon('danger')}
    <div>
      <p class="callout-title">${refusalHeading(result, messages)}</p>
      ${objectionLines(objectionOf(refused, error), view)}
      ${error.outcome === 'unknown' ? html`<p>${messages.refusedUnknown}</p>` : nothing}
      ${isOpen ? nothing : html`<p class="muted">${messages.refusedNothingWritten}</p>`}
    </div>
  </div>`;
}

/** What is so: that the server said no, or that nobody could ask it. */
function refusalHeading({ refused, error }: Refused, messages: ManifestWords): string {
  switch (objectionOf(refused, error).kind) {
    case 'unsupported':
      return messages.notSubmittedHeading;
    case 'signed-out':
      return messages.signedOutHeading;
    case 'unreachable':
      return messages.unreachableHeading;
    case 'denied':
      return messages.verdict.denied;
    case 'webhook':
      return messages.verdict.webhook;
    default:
      return refused === 'secret' ? messages.refusedSecret : messages.refusedStorage;
  }
}
