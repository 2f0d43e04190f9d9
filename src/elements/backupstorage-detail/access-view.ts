import { html, nothing, type TemplateResult } from 'lit';
import { selectorText, type DefaultMeaning } from '../../controllers/detail/storage-access.js';
import { keyOf, identityOf } from '../../model/references.js';
import type { StorageRow } from '../../model/rows.js';
import { orNone } from '../parts/cells.js';
import { usageAnswerView } from '../parts/usage-answer-view.js';
import type { DetailContext } from './detail-context.js';
import { fact } from './facts.js';

/** Who may use the storage, who gets it without asking, and what becomes of the data when it is deleted. */
export function accessView(row: StorageRow, context: DetailContext): TemplateResult {
  const { messages } = context;
  const policy = row.object.spec?.deletionPolicy;
  return html`<section part="access" aria-labelledby="access">
    <h3 id="access">${messages.accessHeading}</h3>
    <dl class="facts">
      ${fact(messages.mayUse, usage(row, context), true)}
      ${fact(messages.defaultStorage, defaultStorage(row, context), true)}
      ${fact(
        messages.deletionPolicy,
        html`${orNone(policy, messages)}
        ${
          policy === 'Delete' || policy === 'WipeOut'
            ? html`<p class="muted">${messages.deletionPolicyWords[policy]}</p>`
            : nothing
        }`,
        true,
      )}
    </dl>
  </section>`;
}

function usage({ object }: StorageRow, { detail, messages, formats }: DetailContext): TemplateResult {
  const { from, selector } = object.spec?.usagePolicy?.allowedNamespaces ?? {};
  const matches = selectorText(selector);
  return html`${from ?? nothing} ${usageAnswerView(detail.usage, messages, formats)}
  ${from ? nothing : html`<p class="muted">${messages.policyAbsent}</p>`}
  ${
    from !== 'Selector'
      ? nothing
      : html`<p class="muted">
          ${
            selector === undefined
              ? messages.policySelectorMissing
              : matches === ''
                ? messages.selectorMatchesAll
                : messages.policySelector(matches)
          }
        </p>`
  }`;
}

function defaultStorage(row: StorageRow, context: DetailContext): TemplateResult {
  const { detail, messages } = context;
  const meaning = detail.defaultMeaning;
  switch (meaning.kind) {
    case 'not-default':
      return html`<p>${messages.notDefault}</p>`;
    case 'nobody':
      return html`<p>${messages.defaultNobody}</p>`;
    default: {
      const words = {
        Same: messages.defaultSame(row.namespace),
        Selector: messages.defaultSelector,
        All: messages.defaultAll,
      };
      return html`<p>${words[meaning.kind]}</p>
        ${picked(meaning, context)} ${rivals(row, meaning, context).map((line) => html`<p class="muted">${line}</p>`)}`;
    }
  }
}

type Default = Extract<DefaultMeaning, { kind: 'Same' | 'Selector' | 'All' }>;

/** So many names are read at a glance. */
const NAMED = 6;

function picked({ picked: names }: Default, { messages, formats }: DetailContext): TemplateResult {
  if (names === undefined) return html`<p class="muted">${messages.defaultPickUnknown}</p>`;
  if (names.length === 0) return html`<p class="muted">${messages.defaultPickedNone}</p>`;
  const rest = names.length > NAMED + 1 ? names.slice(NAMED) : [];
  const listed = rest.length > 0 ? formats.series : formats.list;
  return html`<p class="muted">${messages.defaultPicked(listed(names.slice(0, names.length - rest.length)))}</p>
    ${
      rest.length === 0
        ? nothing
        : html`<details>
            <summary>${messages.andMore(rest.length)}</summary>
            <ul class="names">
              ${rest.map((name) => html`<li>${name}</li>`)}
            </ul>
          </details>`
    }`;
}

function rivals({ namespace }: StorageRow, { rivals: others }: Default, { messages }: DetailContext): string[] {
  return others.map(({ kind, storage }) => {
    const { namespace: where, name } = identityOf(storage);
    const other = keyOf(where, name);
    // Two defaults in one namespace: no server with its webhooks on lets that be, and the pick is a matter of luck.
    return kind === 'first' ? messages.defaultAfter(namespace, other) : messages.defaultTie(other);
  });
}
