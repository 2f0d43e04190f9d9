import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icons.js';
import type { FormView } from './form-fields-view.js';

export const ERROR_SUMMARY_ID = 'error-summary';

/** https://www.w3.org/WAI/tutorials/forms/notifications/#listing-errors */
export function errorSummary({ controller, messages, onIssue }: FormView): TemplateResult {
  const { summary } = controller;
  // What is about no field is what the server said.
  const heading = summary.every(({ id }) => id === '')
    ? messages.refusedSummary
    : messages.errorSummary(summary.length);
  return html`<div
    part="error-summary"
    id=${ERROR_SUMMARY_ID}
    tabindex="-1"
    role=${summary.length > 0 ? 'group' : nothing}
    aria-label=${summary.length > 0 ? heading : nothing}
  >
    ${
      summary.length === 0
        ? nothing
        : html`<div class="callout danger error-summary">
            ${icon('danger')}
            <div>
              <p class="callout-title">${heading}</p>
              <ul>
                ${summary.map(
                  (issue) =>
                    html`<li>
                      ${
                        issue.id === ''
                          ? issue.message
                          : html`<button type="button" class="link" @click=${() => onIssue(issue)}>
                              ${issue.label === undefined ? nothing : `${issue.label}: `}${issue.message}
                            </button>`
                      }
                    </li>`,
                )}
              </ul>
            </div>
          </div>`
    }
  </div>`;
}
