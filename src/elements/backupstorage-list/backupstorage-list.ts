import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AgeClock } from '../../controllers/age-clock.js';
import type { CollectionView } from '../../controllers/collection-view.js';
import { formatSort } from '../../controllers/row-view.js';
import { RowWindow } from '../../controllers/row-window.js';
import {
  STORAGE_COLUMNS,
  StorageListController,
  type StorageColumn,
} from '../../controllers/storage-list-controller.js';
import type { DataSourceError } from '../../data-source/errors.js';
import type { StorageRow } from '../../model/rows.js';
import { BackupStorageElement } from '../base-element.js';
import { BackupStorageErrorEvent } from '../error-event.js';
import { baseStyles } from '../parts/base.styles.js';
import { fillTemplate, nameLink } from '../parts/cells.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { icon } from '../parts/icons.js';
import { linkStyles } from '../parts/link.styles.js';
import { notices, noticesStyles } from '../parts/notices.js';
import { resourceTable, resourceTableStyles, toggledSort } from '../parts/resource-table.js';
import { skeletonTable, skeletonStyles } from '../parts/skeleton.js';
import { stateMessage, stateMessageStyles } from '../parts/state-message.js';
import { statusBadgeStyles } from '../parts/status-badge.js';
import { listStyles } from './backupstorage-list.styles.js';
import { storageColumns } from './columns.js';
import {
  BackupStorageCreateEvent,
  BackupStorageNamespaceChangeEvent,
  BackupStorageSelectEvent,
  BackupStorageViewChangeEvent,
} from './events.js';

/**
 * The BackupStorages of a cluster or a namespace: live, sorted, filtered, each name a link.
 *
 * @tag backupstorage-list
 * @summary A live table of BackupStorages.
 * @status beta
 *
 * @event {BackupStorageSelectEvent} backupstorage-select - A storage was chosen. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageCreateEvent} backupstorage-create - A new storage is wanted. Cancelable: keeps the browser from following `create-href`. Fields: `namespace`.
 * @event {BackupStorageNamespaceChangeEvent} backupstorage-namespace-change - The user selected another namespace. Fields: `namespace`, empty for all.
 * @event {BackupStorageViewChangeEvent} backupstorage-view-change - The user changed the filter or the sort. Fields: `filter`, `sort`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @slot toolbar - More controls, before the create button.
 * @slot empty - Replaces what is said when there are no storages.
 * @slot loading - Replaces the skeleton rows.
 * @slot error - Added below the words of a fault.
 *
 * @csspart toolbar - The row of controls above the table.
 * @csspart namespace-select - The namespace select.
 * @csspart filter - The filter field.
 * @csspart create - The create button or link.
 * @csspart table-region - The scroll container of the table.
 * @csspart table - The table.
 * @csspart column-header - A header cell.
 * @csspart sort-button - The button in a header cell.
 * @csspart row - A row.
 * @csspart cell - A cell; also `cell-name`, `cell-namespace`, `cell-provider`, `cell-size`, `cell-repositories`, `cell-status`, `cell-age`.
 * @csspart name-link - The link or button of a name.
 * @csspart status - A status with its marks; also `status-success`, `status-warning`, `status-danger`, `status-neutral`.
 * @csspart status-mark - A mark beside a status.
 * @csspart state - What stands in the place of the table: loading, empty, a fault.
 * @csspart state-heading - Its heading.
 * @csspart notices - What is said beside rows that may be old or not all.
 * @csspart footer - The line below the table.
 *
 * @cssprop [--backupstorage-list-max-height=80vh] - Height from which the table scrolls in itself.
 *
 * @cssState loading - Nothing to show yet.
 * @cssState empty - The server has no storages.
 * @cssState stale - What is shown may be old.
 */
export class BackupStorageList extends BackupStorageElement {
  static override styles = [
    baseStyles,
    linkStyles,
    statusBadgeStyles,
    stateMessageStyles,
    noticesStyles,
    skeletonStyles,
    resourceTableStyles,
    listStyles,
  ];

  /** The namespace to show; empty for all. Changed when the user selects another. */
  @property({ reflect: true }) namespace = '';

  /** Namespaces to offer, besides those that the data source knows. */
  @property({ attribute: false }) namespaces: readonly string[] = [];

  /** Words that rows must contain, in name, namespace, provider or status. Changed when the user types. */
  @property() filter = '';

  /** The column to sort by, `-` before it for descending, such as `-age`. Changed when the user sorts. */
  @property() sort = 'name';

  /** Ids of the columns to show, in order: `name`, `namespace`, `provider`, `size`, `repositories`, `status`, `age`. Separated by commas in the attribute. */
  @property({
    converter: {
      fromAttribute: (text: string | null) =>
        text === null ? STORAGE_COLUMNS : (text.split(',').map((id) => id.trim()) as StorageColumn[]),
    },
  })
  columns: readonly StorageColumn[] = STORAGE_COLUMNS;

  /** Where a name leads, with `{namespace}` and `{name}` in it. Without it names are buttons that only fire `backupstorage-select`. */
  @property({ attribute: 'detail-href' }) detailHref: string | undefined;

  /** Where the create button leads. Without it the button only fires `backupstorage-create`. */
  @property({ attribute: 'create-href' }) createHref: string | undefined;

  @query('.table-region') private region!: HTMLElement | null;
  @query('tbody tr:not(.spacer)') private firstRow!: HTMLElement | null;

  readonly #list = new StorageListController(this);
  readonly #window = new RowWindow(this, { count: () => this.#list.rows.length, rowHeight: 37 });
  #reported: DataSourceError | undefined;
  #announcement = '';

  constructor() {
    super();
    // A row that is deleted, or scrolled out of a long list, leaves the focus with the table: the keys go on scrolling it.
    new FocusKeeper(this, () => this.region);
    new AgeClock(this, () => {
      const { start, end } = this.#window.range;
      return { now: this.now(), times: this.#list.rows.slice(start, end).map((row) => row.createdAt) };
    });
  }

  /** Lists again from the start: what the user's Retry does. */
  refresh(): void {
    this.#list.refresh();
  }

  /** @internal */
  protected override feed(): void {
    this.#list.update({
      dataSource: this.source,
      namespace: this.namespace,
      namespaces: this.namespaces,
      filter: this.filter,
      sort: this.sort,
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('filter')) this.#announcement = this.#count;
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const said = this.#list.notices(this.now());
    return html`
      ${this.#toolbar()} ${notices(said, this.messages, this.locale)}
      <div part="table-region" class="table-region" tabindex="-1">
        ${view === 'ready' ? this.#table(said?.staleSince !== undefined) : this.#state(view)}
      </div>
      ${this.#footer(view)}
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#window.measure(this.region ?? undefined, this.firstRow ?? undefined);
    const view = this.#view;
    this.toggleState('loading', view === 'loading');
    this.toggleState('empty', view === 'empty');
    this.toggleState('stale', this.#list.status?.staleSince !== undefined);
    const error = this.#list.status?.error;
    if (error && error !== this.#reported) this.dispatchEvent(new BackupStorageErrorEvent(error));
    this.#reported = error;
  }

  get #view(): CollectionView {
    const { view } = this.#list;
    return view === 'no-source' && this.sourceIsComing ? 'loading' : view;
  }

  #toolbar(): TemplateResult {
    const { messages } = this;
    return html`<div part="toolbar" class="toolbar">
      <div class="field">
        <label for="namespace">${messages.selectNamespace}</label>
        <select
          id="namespace"
          part="namespace-select"
          class="control"
          @change=${(event: Event) => this.#selectNamespace((event.target as HTMLSelectElement).value)}
        >
          <option value="" .selected=${live(this.namespace === '')}>${messages.allNamespaces}</option>
          ${this.#list.namespaces.map(
            (name) => html`<option value=${name} .selected=${live(name === this.namespace)}>${name}</option>`,
          )}
        </select>
      </div>
      <div class="field filter" part="filter">
        <label for="filter">${messages.filterLabel}</label>
        ${icon('search')}
        <input
          id="filter"
          type="search"
          class="control"
          autocomplete="off"
          spellcheck="false"
          placeholder=${messages.filterPlaceholder}
          .value=${live(this.filter)}
          @input=${(event: Event) => this.#setFilter((event.target as HTMLInputElement).value)}
        />
        ${
          this.filter === ''
            ? nothing
            : html`<button
                type="button"
                class="button clear"
                aria-label=${messages.clearFilter}
                title=${messages.clearFilter}
                @click=${this.#clearFilter}
              >
                ${icon('clear')}
              </button>`
        }
      </div>
      <div class="actions">
        <slot name="toolbar"></slot>
        ${this.#createButton()}
      </div>
    </div>`;
  }

  #createButton(): TemplateResult {
    const { messages } = this;
    const create = (event: Event) => {
      if (!this.dispatchEvent(new BackupStorageCreateEvent(this.namespace))) event.preventDefault();
    };
    if (this.#list.mayCreate === 'denied')
      return html`<button type="button" part="create" class="button primary" disabled title=${messages.mayNotCreate}>
        ${icon('add')}${messages.createNew}<span class="visually-hidden">. ${messages.mayNotCreate}</span>
      </button>`;
    return this.createHref
      ? html`<a part="create" class="button primary" href=${this.createHref} @click=${create}
          >${icon('add')}${messages.createNew}</a
        >`
      : html`<button type="button" part="create" class="button primary" @click=${create}>
          ${icon('add')}${messages.createNew}
        </button>`;
  }

  #table(stale: boolean): TemplateResult {
    const columns = storageColumns({
      messages: this.messages,
      locale: this.locale,
      now: this.now(),
      nameCell: (row) => nameLink(row.name, fillTemplate(this.detailHref, row), (event) => this.#select(event, row)),
    });
    const shown = this.columns.filter((id) => id in columns).map((id) => columns[id]);
    return resourceTable<StorageRow>({
      label: this.messages.storages,
      columns: shown.length > 0 ? shown : [columns.name],
      rows: this.#list.rows,
      key: (row) => row.uid,
      sort: this.#list.sort,
      onSort: (column) => this.#sortBy(column),
      range: this.#window.range,
      stale,
    });
  }

  #state(view: CollectionView): TemplateResult {
    const { messages } = this;
    const detail = this.#list.status?.error?.message;
    const retry = html`<button type="button" class="button" @click=${() => this.refresh()}>
      ${icon('retry')}${messages.retry}
    </button>`;
    const withErrorSlot = (content: TemplateResult) => html`${content}<slot name="error"></slot>`;
    switch (view) {
      case 'no-source':
        return stateMessage({ icon: 'storage', heading: messages.noSourceHeading, text: messages.noSourceText });
      case 'loading':
        return html`<slot name="loading">${skeletonTable(this.columns.length, messages.loading)}</slot>`;
      case 'no-match':
        return stateMessage({
          icon: 'search',
          heading: messages.noMatchHeading,
          text: messages.noMatchText(this.filter),
          action: html`<button type="button" class="button" @click=${this.#clearFilter}>
            ${messages.clearFilter}
          </button>`,
        });
      case 'forbidden':
        return withErrorSlot(
          stateMessage({
            icon: 'forbidden',
            heading: this.namespace ? messages.forbiddenHeading : messages.forbiddenEverywhereHeading,
            text: [detail, messages.forbiddenWayOn].filter(Boolean).join(' — '),
            action: html`<button type="button" class="button" @click=${this.#focusNamespace}>
              ${messages.selectNamespace}
            </button>`,
          }),
        );
      case 'not-installed':
        return withErrorSlot(
          stateMessage({
            icon: 'notInstalled',
            heading: messages.notInstalledHeading,
            text: messages.notInstalledText,
            action: retry,
          }),
        );
      case 'unreachable':
        return withErrorSlot(
          stateMessage({
            icon: 'unreachable',
            heading: messages.unreachableHeading,
            text: [detail, messages.unreachableText].filter(Boolean).join(' '),
            action: retry,
          }),
        );
      case 'signed-out':
        return withErrorSlot(
          stateMessage({
            icon: 'signedOut',
            heading: messages.signedOutHeading,
            text: messages.signedOutText,
            action: retry,
          }),
        );
      default:
        return html`<slot name="empty"
          >${stateMessage({
            icon: 'empty',
            heading: messages.emptyHeading,
            text: this.namespace ? messages.emptyInNamespace(this.namespace) : messages.emptyText,
            action: this.#list.mayCreate === 'denied' ? undefined : this.#createButton(),
          })}</slot
        >`;
    }
  }

  #footer(view: CollectionView): TemplateResult {
    const { messages } = this;
    const { total, status } = this.#list;
    const counted = view === 'ready' || view === 'no-match';
    const loading = status?.state === 'loading' && total > 0;
    return html`<div part="footer" class="footer">
      <span>${counted ? this.#count : nothing}</span>
      <span
        >${
          loading
            ? messages.loadingMore
            : status?.state === 'live' && counted
              ? html`<span class="live-dot"></span>${messages.live}`
              : status?.state === 'reconnecting' && counted
                ? messages.reconnecting
                : nothing
        }</span
      >
    </div>`;
  }

  get #count(): string {
    const { rows, total } = this.#list;
    const hidden = total - rows.length;
    const { storageCount, hiddenByFilter } = this.messages;
    return storageCount(rows.length) + (hidden > 0 ? `, ${hiddenByFilter(hidden)}` : '');
  }

  #select(event: Event, row: StorageRow): void {
    if (!this.dispatchEvent(new BackupStorageSelectEvent(row.namespace, row.name, row.object))) event.preventDefault();
  }

  #selectNamespace(namespace: string): void {
    this.namespace = namespace;
    this.dispatchEvent(new BackupStorageNamespaceChangeEvent(namespace));
  }

  #setFilter(filter: string): void {
    this.filter = filter;
    this.region?.scrollTo({ top: 0 });
    this.#changeView();
  }

  #sortBy(column: string): void {
    const sort = toggledSort(this.#list.sort, column);
    this.sort = formatSort(sort);
    const label = storageColumns({ messages: this.messages, locale: '', now: 0, nameCell: () => nothing })[
      column as StorageColumn
    ].label;
    this.#announcement = this.messages.sortedBy(label, sort.direction === 'descending');
    this.#changeView();
  }

  #changeView(): void {
    this.dispatchEvent(new BackupStorageViewChangeEvent(this.filter, this.sort));
  }

  readonly #clearFilter = (): void => {
    this.#setFilter('');
    this.renderRoot.querySelector<HTMLElement>('#filter')?.focus();
  };

  readonly #focusNamespace = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#namespace')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-list': BackupStorageList;
  }
}
