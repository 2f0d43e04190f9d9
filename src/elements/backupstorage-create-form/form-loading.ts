import { css, html, type TemplateResult } from 'lit';
import type { CommonMessages } from '../../locales/index.js';
import { skeletonTable } from '../parts/skeleton.js';

/** What stands in the place of the form until it has come. */
export function formLoading(messages: CommonMessages): TemplateResult {
  return html`<slot name="loading"><div class="form-loading">${skeletonTable(1, messages.schemaLoading)}</div></slot>`;
}

export const formLoadingStyles = css`
  .heading {
    margin-block-end: 16px;
  }

  .form-loading {
    max-inline-size: 44rem;
  }
`;
