import { html, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { AgeClock } from '../../controllers/age-clock.js';
import type { CollectionView } from '../../controllers/collection-view.js';
import { Announcer } from '../../controllers/list/announcer.js';
import { shownColumns } from '../../controllers/list/columns.js';
import { RowSlots } from '../../controllers/list/row-slots.js';
import { formatSort } from '../../controllers/row-view.js';
import { RowWindow } from '../../controllers/row-window.js';
import { StorageListController, type StorageColumn } from '../../controllers/storage-list-controller.js';
import type { DataSourceError } from '../../data-source/errors.js';
import { saidOf } from '../../data-source/request-faults.js';
import { common } from '../../locales/groups/common.js';
import { list } from '../../locales/groups/list.js';
import type { StorageRow } from '../../model/rows.js';
import { BackupStorageElement } from '../base-element.js';
import { BackupStorageErrorEvent } from '../error-event.js';
import { baseStyles } from '../parts/base.styles.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { linkStyles } from '../parts/link.styles.js';
import { notices, noticesStyles } from '../parts/notices.js';
import { toggledSort } from '../parts/resource-table.js';
import { resourceTableStyles } from '../parts/resource-table.styles.js';
import { skeletonStyles } from '../parts/skeleton.js';
import { stateMessageStyles } from '../parts/state-message.js';
import { statusBadgeStyles, statusReasons } from '../parts/status-badge.js';
import { listStyles } from './backupstorage-list.styles.js';
import { columnsMenuStyles } from './columns-menu.js';
import { columnLabel } from './columns.js';
import { CREATE_TIP, createButton } from './create-button.js';
import {
  BackupStorageCreateEvent,
  BackupStorageNamespaceChangeEvent,
  BackupStorageSelectEvent,
  BackupStorageViewChangeEvent,
  type StorageListView,
} from './events.js';
import { facetBar, facetStyles } from './facets.js';
import { FilterKey } from './filter-key.js';
import { listFooter } from './list-footer.js';
import { listOf, toggledIn } from './list-of.js';
import { listState } from './list-state.js';
import { listTable } from './list-table.js';
import { listToolbar } from './list-toolbar.js';
import { focusedRow, moveByRows, RowAttention } from './row-attention.js';
import { RowFlash } from './row-flash.js';
import { StatusTip, statusTipStyles } from './status-tip.js';

const LIST_WORDS = [common, list] as const;

/**
 * The BackupStorages of a cluster or a namespace: live, sorted, filtered, each name a link.
 *
 * Keys: `/` (see `filter-key`) leads to the filter and Escape clears it; Tab goes through the controls and the rows; in
 * rows, the arrow keys up and down go to the same control of the next row; Escape closes the reason of a status and the
 * columns menu. While the pointer is on a row or the focus in it, rows keep their places: how many changes wait is said
 * below the table, and they are shown as soon as the rows are left. There is no selection of rows.
 *
 * Announced politely: the sort and what a filter leaves, at once; what comes, goes and changes its status by itself, in one
 * sentence at most every ten seconds.
 *
 * @tag backupstorage-list
 * @summary A live table of BackupStorages.
 * @status beta
 *
 * @event {BackupStorageSelectEvent} backupstorage-select - A storage was chosen. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageCreateEvent} backupstorage-create - A new storage is wanted. Cancelable: keeps the browser from following `create-href`. Fields: `namespace`.
 * @event {BackupStorageNamespaceChangeEvent} backupstorage-namespace-change - The user selected another namespace. Fields: `namespace`, empty for all.
 * @event {BackupStorageViewChangeEvent} backupstorage-view-change - The user changed what is shown. Fields: `filter`, `sort`, `providers`, `statuses`, `columns`, each written as the property of its name takes it.
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
 * @csspart facets - The toggles of providers and statuses.
 * @csspart facet - One of them.
 * @csspart columns-button - The button of the columns menu.
 * @csspart columns-menu - The columns menu.
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
 * @csspart status-reason - What opens beside a status: why it is so.
 * @csspart state - What stands in the place of the table: loading, empty, a fault.
 * @csspart state-heading - Its heading.
 * @csspart notices - What is said beside rows that may be old or not all.
 * @csspart denied-namespace - A namespace that may not be listed.
 * @csspart waiting - How many changes wait while rows keep their places.
 * @csspart footer - The line below the table.
 *
 * @cssprop [--backupstorage-list-max-height=80vh] - Height from which the table scrolls in itself.
 *
 * @cssState loading - Nothing to show yet.
 * @cssState empty - The server has no storages.
 * @cssState stale - What is shown may be old.
 */
export class BackupStorageList extends BackupStorageElement<typeof LIST_WORDS> {
  /** @internal */
  protected static override readonly wordGroups = LIST_WORDS;

  static override styles = [
    baseStyles,
    linkStyles,
    statusBadgeStyles,
    stateMessageStyles,
    noticesStyles,
    skeletonStyles,
    resourceTableStyles,
    columnsMenuStyles,
    facetStyles,
    statusTipStyles,
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

  /** The providers to show, separated by commas, such as `s3,gcs`; empty for all. Changed when the user presses a toggle. */
  @property() providers = '';

  /** The statuses to show, separated by commas: phases as they are, `Unknown`, `Terminating`, and `sync-error`; empty for all. Changed when the user presses a toggle. */
  @property() statuses = '';

  /** Ids of the columns to show, in order, separated by commas: `name`, `namespace`, `provider`, `size`, `repositories`, `status`, `age`. Empty for all; the name is always there. Changed when the user chooses columns. */
  @property() columns = '';

  /** The key that leads to the filter from wherever no text is typed; empty for none. */
  @property({ attribute: 'filter-key' }) filterKey = '/';

  /** Where a name leads, with `{namespace}` and `{name}` in it. Without it names are buttons that only fire `backupstorage-select`. */
  @property({ attribute: 'detail-href' }) detailHref: string | undefined;

  /** Where the create button leads. Without it the button only fires `backupstorage-create`. */
  @property({ attribute: 'create-href' }) createHref: string | undefined;

  @query('.table-region') private region!: HTMLElement | null;
  @query('tbody tr:not(.spacer)') private firstRow!: HTMLElement | null;
  @query('#filter') private filterInput!: HTMLInputElement | null;

  readonly #list = new StorageListController(this);
  readonly #window = new RowWindow(this, { count: () => this.#list.count, rowHeight: 36 });
  readonly #announcer = new Announcer(this);
  readonly #attention = new RowAttention(() => this.requestUpdate());
  readonly #tip = new StatusTip(this, (key) => {
    if (key === CREATE_TIP) return this.#list.mayCreate === 'denied' ? [this.messages.mayNotCreate] : [];
    const row = this.#list.row(key);
    return row ? statusReasons(row.status, this.messages) : [];
  });
  readonly #slots = new RowSlots();
  readonly #flash = new RowFlash();
  #shown: readonly StorageRow[] = [];
  #reported: DataSourceError | undefined;

  constructor() {
    super();
    // A row that is deleted, or scrolled out of a long list, leaves the focus with the table: the keys go on scrolling it.
    new FocusKeeper(this, () => this.region);
    new AgeClock(this, () => ({ now: this.now(), times: this.#shown.map((row) => row.createdAt) }));
    new FilterKey(this, { key: () => this.filterKey, filter: () => this.filterInput });
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
      providers: listOf(this.providers),
      statuses: listOf(this.statuses),
    });
    this.#list.hold(this.#attention.isOn || (this.#tip.key !== undefined && this.#tip.key !== CREATE_TIP));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated && (changed.has('filter') || changed.has('providers') || changed.has('statuses')))
      this.#announcer.say(this.#count);
    if (this.#list.hasNews)
      this.#announcer.later(() => {
        const { added, removed, status } = this.#list.takeNews();
        return this.messages.liveNews(added, removed, status);
      });
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const said = this.#list.notices(this.now());
    const focused = this.#shown[focusedRow(this.renderRoot) ?? -1]?.uid;
    this.#shown = [];
    return html`
      ${this.#toolbar()} ${this.#facets()} ${notices(said, this.messages, this.formats)}
      <div
        part="table-region"
        class="table-region"
        tabindex="-1"
        @pointerover=${this.#over}
        @pointerleave=${this.#leave}
        @focusin=${this.#focusIn}
        @focusout=${this.#focusOut}
        @click=${this.#tip.click}
        @keydown=${moveByRows}
      >
        ${view === 'ready' ? this.#table(said?.staleSince !== undefined, focused) : this.#state(view)}
      </div>
      ${listFooter({
        view,
        messages: this.messages,
        status: this.#list.status,
        total: this.#list.total,
        count: this.#count,
        waiting: this.#list.waiting,
        onShow: this.#attention.release,
      })}
      ${this.#tip.render()}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.get('namespace') !== undefined) this.region?.scrollTo({ top: 0 });
    this.#window.measure(this.region ?? undefined, this.firstRow ?? undefined);
    this.#flash.update(this.renderRoot, this.#shown, this.#list.takeMarked());
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
    const { messages, namespace, filter, filterKey, columns } = this;
    return listToolbar({
      messages,
      namespace,
      filter,
      filterKey,
      columns,
      list: this.#list,
      create: this.#createButton(),
      onNamespace: (name) => this.#selectNamespace(name),
      onView: (change) => this.#changeView(change),
      onClearFilter: () => this.#clear({ filter: '' }),
    });
  }

  #createButton(): TemplateResult {
    return createButton({
      messages: this.messages,
      href: this.createHref,
      denied: this.#list.mayCreate === 'denied',
      tip: this.#tip,
      onCreate: (event) => {
        if (!this.dispatchEvent(new BackupStorageCreateEvent(this.namespace))) event.preventDefault();
      },
    });
  }

  #facets(): TemplateResult | typeof nothing {
    return facetBar({
      messages: this.messages,
      formats: this.formats,
      providers: this.#list.providers,
      statuses: this.#list.statuses,
      chosen: this,
      onToggle: (facet, value) => this.#changeView({ [facet]: toggledIn(this[facet], value) }),
      onClear: () => this.#clear({ providers: '', statuses: '' }),
    });
  }

  #table(stale: boolean, focused: string | undefined): TemplateResult {
    const { range } = this.#window;
    this.#shown = this.#list.slice(range.start, range.end);
    return listTable({
      messages: this.messages,
      formats: this.formats,
      now: this.now(),
      list: this.#list,
      range,
      width: this.#window.width,
      rows: this.#shown,
      slots: this.#slots.assign(
        this.#shown.map((row) => row.uid),
        { reuse: this.#shown.length < this.#list.count, kept: focused },
      ),
      columns: shownColumns(this.columns),
      detailHref: this.detailHref,
      stale,
      onSelect: (event, row) => this.#select(event, row),
      onSort: (column) => this.#sortBy(column),
    });
  }

  #state(view: CollectionView): TemplateResult {
    const error = this.#list.status?.error;
    return listState({
      view,
      messages: this.messages,
      namespace: this.namespace,
      filter: this.filter,
      chosen: this.providers + this.statuses !== '',
      columns: shownColumns(this.columns).length,
      detail: error && saidOf(error, this.messages),
      create: this.#list.mayCreate === 'denied' ? undefined : this.#createButton(),
      onRetry: () => this.refresh(),
      onClear: () => this.#clear({ filter: '', providers: '', statuses: '' }),
      onSelectNamespace: () => this.renderRoot.querySelector<HTMLElement>('#namespace')?.focus(),
    });
  }

  get #count(): string {
    const { matching, total } = this.#list;
    const hidden = total - matching;
    const { storageCount, hiddenByFilter, countAndHidden } = this.messages;
    return hidden > 0 ? countAndHidden(storageCount(matching), hiddenByFilter(hidden)) : storageCount(matching);
  }

  readonly #over = (event: PointerEvent): void => {
    this.#attention.over(event);
    this.#tip.over(event);
  };

  readonly #leave = (): void => {
    this.#attention.leave();
    this.#tip.leave();
  };

  readonly #focusIn = (event: FocusEvent): void => {
    this.#attention.focusIn(event);
    this.#tip.focusIn(event);
  };

  readonly #focusOut = (event: FocusEvent): void => {
    this.#attention.focusOut(event);
    this.#tip.focusOut();
  };

  #select(event: Event, row: StorageRow): void {
    if (!this.dispatchEvent(new BackupStorageSelectEvent(row.namespace, row.name, row.object))) event.preventDefault();
  }

  #selectNamespace(namespace: string): void {
    this.namespace = namespace;
    this.dispatchEvent(new BackupStorageNamespaceChangeEvent(namespace));
  }

  #sortBy(column: StorageColumn): void {
    const sort = toggledSort(this.#list.sort, column);
    const label = columnLabel(column, this.messages);
    this.#announcer.say(this.messages.sortedBy(label, sort.direction === 'descending'));
    this.#changeView({ sort: formatSort(sort) });
  }

  #changeView(change: Partial<StorageListView>): void {
    Object.assign(this, change);
    // Columns come and go beside the rows; anything else brings other rows to the top.
    if (change.columns === undefined && change.sort === undefined) this.region?.scrollTo({ top: 0 });
    this.dispatchEvent(new BackupStorageViewChangeEvent(this));
  }

  #clear(change: Partial<StorageListView>): void {
    this.#changeView(change);
    this.filterInput?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-list': BackupStorageList;
  }
}
