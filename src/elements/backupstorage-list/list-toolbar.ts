import { html, type TemplateResult } from 'lit';
import { shownColumns, toggledColumn } from '../../controllers/list/columns.js';
import { STORAGE_COLUMNS, type StorageListController } from '../../controllers/storage-list-controller.js';
import type { ListWords } from '../../locales/index.js';
import { columnsMenu } from './columns-menu.js';
import { columnLabel } from './columns.js';
import type { StorageListView } from './events.js';
import { filterField } from './filter-field.js';
import { namespaceField } from './namespace-field.js';

interface ListToolbar {
  messages: ListWords;
  list: StorageListController;
  namespace: string;
  filter: string;
  filterKey: string;
  columns: string;
  create: TemplateResult;
  onNamespace: (namespace: string) => void;
  onView: (change: Partial<StorageListView>) => void;
  onClearFilter: () => void;
}

/** What is shown, at the start; what is done with it, at the end. */
export function listToolbar(toolbar: ListToolbar): TemplateResult {
  const { messages, list, namespace, filter, filterKey, columns, onView } = toolbar;
  return html`<div part="toolbar" class="toolbar">
    ${namespaceField({
      messages,
      namespace,
      names: list.namespaces,
      choice: list.namespaceChoice,
      onSelect: toolbar.onNamespace,
    })}
    ${filterField({
      messages,
      filter,
      filterKey,
      onFilter: (text) => onView({ filter: text }),
      onClear: toolbar.onClearFilter,
    })}
    <div class="actions">
      <slot name="toolbar"></slot>
      ${columnsMenu({
        messages,
        columns: STORAGE_COLUMNS.map((id) => ({ id, label: columnLabel(id, messages) })),
        shown: shownColumns(columns),
        onToggle: (id) => onView({ columns: toggledColumn(columns, id) }),
      })}
      ${toolbar.create}
    </div>
  </div>`;
}
