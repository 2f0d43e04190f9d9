import { css, html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { UsageAnswer } from '../../controllers/form/usage-answer.js';
import type { SharedWords } from '../../locales/index.js';

/** So many names are read at a glance, and aloud. */
const NAMED = 6;

/**
 * Says which namespaces may use the storage, politely whenever that changes. A long list is shortened, and can be opened;
 * the rest of it is not read aloud each time.
 */
export function usageAnswerView(answer: UsageAnswer, messages: SharedWords, formats: Formats): TemplateResult {
  const names = answer.kind === 'some' ? answer.names : [];
  // One more than the limit is shown rather than hidden behind as many words.
  const rest = names.length > NAMED + 1 ? names.slice(NAMED) : [];
  const named = names.slice(0, names.length - rest.length);
  const listed = rest.length > 0 ? formats.series : formats.list;
  return html`<div part="usage-answer" class="usage-answer">
    <p role="status">${wordsOf(answer, listed(named), messages)}</p>
    ${
      rest.length === 0
        ? nothing
        : html`<details>
            <summary>${messages.andMore(rest.length)}</summary>
            <ul>
              ${rest.map((name) => html`<li>${name}</li>`)}
            </ul>
          </details>`
    }
  </div>`;
}

function wordsOf(answer: UsageAnswer, named: string, messages: SharedWords): string {
  switch (answer.kind) {
    case 'everyone':
      return messages.usageEveryone;
    case 'nobody':
      return messages.usageNobody;
    case 'own':
      return answer.namespace === undefined ? messages.usageOnlyOwn : messages.usageOnly(answer.namespace);
    case 'some': {
      const { names, total, isPartial } = answer;
      const say = isPartial ? messages.usageSomeKnown : messages.usageSome;
      return say(names.length, total, named);
    }
    case 'unknown':
      return answer.why === 'loading'
        ? messages.usageLoading
        : answer.why === 'labels'
          ? messages.usageLabelsUnknown
          : messages.usageNamespacesUnknown;
  }
}

export const usageAnswerStyles = css`
  .usage-answer {
    display: grid;
    gap: 4px;
    color: var(--_muted);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }

  .usage-answer summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }

  .usage-answer ul {
    max-block-size: 12em;
    margin: 0;
    overflow: auto;
    padding-inline-start: 20px;
  }
`;
