import { html, nothing, type TemplateResult } from 'lit';
import type { RepositoryProblem } from '../../controllers/detail/repository-problems.js';
import { icon } from '../parts/icons.js';
import type { DetailContext } from './detail-context.js';

/** So many are read at a glance; the others are opened. */
const NAMED = 5;

/** Which repositories failed, and how: a badge in a long table is overlooked, and its reason is not seen at all. */
export function repositoryProblemsView(
  problems: readonly RepositoryProblem[],
  { messages }: DetailContext,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const rest = problems.length > NAMED + 1 ? problems.slice(NAMED) : [];
  const line = ({ key, kind, text }: RepositoryProblem) =>
    html`<li>
      <span class="strong">${key}</span> ${messages.repositoryProblemSaid(messages.repositoryProblem[kind], text ?? '')}
    </li>`;
  return html`<div part="repository-problems" class="reason warning">
    ${icon('warning')}
    <div>
      <p class="strong">${messages.repositoryProblems(new Set(problems.map(({ key }) => key)).size)}</p>
      <ul>
        ${problems.slice(0, problems.length - rest.length).map(line)}
      </ul>
      ${
        rest.length === 0
          ? nothing
          : html`<details>
              <summary>${messages.andMore(rest.length)}</summary>
              <ul>
                ${rest.map(line)}
              </ul>
            </details>`
      }
    </div>
  </div>`;
}
