import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AgeClock } from '../../controllers/age-clock.js';
import type { CollectionNotices, CollectionView } from '../../controllers/collection-view.js';
import { formatSort, type RowView } from '../../controllers/row-view.js';
import { StorageDetailController, type DetailView } from '../../controllers/storage-detail-controller.js';
import type { DataSourceError } from '../../data-source/errors.js';
import { LAST_APPLIED } from '../../model/metadata.js';
import type { RepositoryRow, SessionRow, StorageRow } from '../../model/rows.js';
import { BackupStorageElement } from '../base-element.js';
import { BackupStorageErrorEvent } from '../error-event.js';
import { baseStyles } from '../parts/base.styles.js';
import { age, fillTemplate, nameLink, none, orNone, provider, size } from '../parts/cells.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { icon } from '../parts/icons.js';
import { linkStyles } from '../parts/link.styles.js';
import { notices, noticesStyles } from '../parts/notices.js';
import { resourceTable, resourceTableStyles, toggledSort, type TableColumn } from '../parts/resource-table.js';
import { skeletonStyles, skeletonTable } from '../parts/skeleton.js';
import { stateMessage, stateMessageStyles, type StateMessage } from '../parts/state-message.js';
import { statusBadge, statusBadgeStyles } from '../parts/status-badge.js';
import { detailStyles } from './backupstorage-detail.styles.js';
import { repositoryColumns, sessionColumns } from './columns.js';
import {
  BackupStorageConfigurationSelectEvent,
  BackupStorageDeletedEvent,
  BackupStorageRepositorySelectEvent,
} from './events.js';

/**
 * One BackupStorage, live: its facts, the Repositories and the BackupConfigurations that store there.
 *
 * @tag backupstorage-detail
 * @summary Everything about one BackupStorage.
 * @status beta
 *
 * @event {BackupStorageRepositorySelectEvent} backupstorage-repository-select - A Repository's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageConfigurationSelectEvent} backupstorage-configuration-select - A BackupConfiguration's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageDeletedEvent} backupstorage-deleted - The shown storage has gone from the cluster. Fields: `namespace`, `name`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @slot actions - Controls at the end of the header.
 * @slot loading - Replaces the skeleton.
 * @slot error - Added below the words of a fault.
 *
 * @csspart header - The line with name, namespace and status.
 * @csspart reason - Why the storage is not ready, or which repositories failed to sync.
 * @csspart basic - The facts.
 * @csspart repositories - The section of Repositories.
 * @csspart configurations - The section of BackupConfigurations.
 * @csspart table-region - The scroll container of a table.
 * @csspart table - A table.
 * @csspart column-header - A header cell.
 * @csspart sort-button - The button in a header cell.
 * @csspart row - A row.
 * @csspart cell - A cell; also `cell-` and the column's id.
 * @csspart name-link - The link of a name.
 * @csspart status - A status with its marks; also `status-success`, `status-warning`, `status-danger`, `status-neutral`.
 * @csspart status-mark - A mark beside a status.
 * @csspart state - What stands in the place of content: loading, a fault.
 * @csspart state-heading - Its heading.
 * @csspart notices - What is said beside rows that may be old or not all.
 *
 * @cssState loading - Nothing to show yet.
 * @cssState missing - There is no such storage, or it has been deleted.
 * @cssState stale - What is shown may be old.
 */
export class BackupStorageDetail extends BackupStorageElement {
  static override styles = [
    baseStyles,
    linkStyles,
    statusBadgeStyles,
    stateMessageStyles,
    noticesStyles,
    skeletonStyles,
    resourceTableStyles,
    detailStyles,
  ];

  /** Namespace of the storage. */
  @property() namespace = '';

  /** Name of the storage. */
  @property() name = '';

  /** Where a Repository's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  @property({ attribute: 'repository-href' }) repositoryHref: string | undefined;

  /** Where a BackupConfiguration's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  @property({ attribute: 'backupconfiguration-href' }) backupConfigurationHref: string | undefined;

  readonly #detail = new StorageDetailController(this);
  #reported: DataSourceError | undefined;
  #viewBefore: DetailView | undefined;

  constructor() {
    super();
    new FocusKeeper(this, () => this.renderRoot.querySelector<HTMLElement>('.header h2, [part=state-heading]'));
    new AgeClock(this, () => ({
      now: this.now(),
      times: [this.#detail.row?.createdAt, ...this.#detail.repositories.rows.map((row) => row.createdAt)],
    }));
  }

  /** Reads everything again from the start: what the user's Retry does. */
  refresh(): void {
    this.#detail.refresh();
  }

  /** @internal */
  protected override feed(): void {
    this.#detail.update({
      dataSource: this.source,
      namespace: this.namespace,
      name: this.name,
      now: this.now(),
    });
  }

  protected override render(): TemplateResult {
    const { row } = this.#detail;
    if (!row) return this.#state(this.#view);
    return html`
      ${this.#header(row)} ${notices(this.#detail.notices(this.now()), this.messages, this.locale)} ${this.#reason(row)}
      ${this.#basic(row)} ${this.#repositories()} ${this.#configurations()}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { error } = this.#detail;
    const view = this.#view;
    this.toggleState('loading', view === 'loading');
    this.toggleState('missing', view === 'not-found' || view === 'deleted');
    this.toggleState('stale', this.#detail.notices(this.now())?.staleSince !== undefined);
    if (view === 'deleted' && this.#viewBefore !== 'deleted')
      this.dispatchEvent(new BackupStorageDeletedEvent(this.namespace, this.name));
    this.#viewBefore = view;
    if (error && error !== this.#reported) this.dispatchEvent(new BackupStorageErrorEvent(error));
    this.#reported = error;
  }

  get #view(): DetailView {
    const { view } = this.#detail;
    return view === 'no-source' && this.sourceIsComing ? 'loading' : view;
  }

  #header(row: StorageRow): TemplateResult {
    return html`<div part="header" class="header">
      <h2 tabindex="-1">${row.name}</h2>
      ${statusBadge(row.status, this.messages)}
      <span class="namespace">${row.namespace}</span>
      <slot name="actions"></slot>
    </div>`;
  }

  /** In plain sight, because a badge's title is not: why it is not ready, and what failed although it is. */
  #reason({ status }: StorageRow): TemplateResult | typeof nothing {
    const syncErrors = status.marks.filter((mark) => mark.kind !== 'paused');
    if (status.reason === undefined && syncErrors.length === 0) return nothing;
    const tone = status.reason === undefined ? 'warning' : 'danger';
    return html`<div part="reason" class="reason ${tone}">
      ${icon('warning')}
      <div>
        ${status.reason === undefined ? nothing : html`<p>${status.reason}</p>`}
        ${syncErrors.map((mark) => html`<p>${this.messages.marks[mark.kind]}: ${mark.text}</p>`)}
      </div>
    </div>`;
  }

  #basic(row: StorageRow): TemplateResult {
    const { messages } = this;
    const { labels, annotations, uid } = row.object.metadata ?? {};
    const fact = (label: string, value: unknown, wide = false) =>
      html`<div class=${wide ? 'wide' : ''}>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<section aria-labelledby="basic">
      <h3 id="basic">${messages.basic}</h3>
      <dl part="basic" class="basic">
        ${fact(messages.columnName, row.name)} ${fact(messages.columnNamespace, row.namespace)}
        ${fact(messages.columnProvider, provider(row.provider, messages))}
        ${fact(messages.columnStatus, statusBadge(row.status, messages))}
        ${fact(messages.columnSize, size(row.size, messages))} ${fact(messages.columnRepositories, row.repositories)}
        ${fact(messages.columnAge, age(row.createdAt, this.now(), this.locale, messages))}
        ${fact(messages.uid, html`<span class="mono">${orNone(uid, messages)}</span>`)}
        ${fact(messages.labels, this.#chips(labels), true)}
        ${fact(messages.annotations, this.#chips(annotations), true)}
      </dl>
    </section>`;
  }

  #chips(entries: Record<string, string> | undefined): unknown {
    const shown = Object.entries(entries ?? {}).filter(([key]) => key !== LAST_APPLIED);
    if (shown.length === 0) return none(this.messages);
    return html`<ul class="chips">
      ${shown.map(([key, value]) => html`<li class="mono">${value === '' ? key : `${key}: ${value}`}</li>`)}
    </ul>`;
  }

  #repositories(): TemplateResult {
    const { messages } = this;
    const columns = repositoryColumns({
      messages,
      locale: this.locale,
      now: this.now(),
      nameCell: (row) =>
        this.#linked(
          row,
          this.repositoryHref,
          () => new BackupStorageRepositorySelectEvent(row.namespace, row.name, row.object),
        ),
    });
    const partial = this.#detail.repositories.rows.some((row) => row.partial);
    return this.#section({
      id: 'repositories',
      footnote: partial ? messages.partialRows : undefined,
      title: messages.repositories,
      empty: messages.emptyRepositories,
      columns,
      rows: this.#detail.repositories,
      view: this.#detail.repositoriesView,
      said: this.#detail.repositoryNotices,
      key: (row: RepositoryRow) => row.key,
      onSort: (sort) => this.#detail.sortRepositories(sort),
    });
  }

  #configurations(): TemplateResult {
    const { messages } = this;
    const columns = sessionColumns({
      messages,
      locale: this.locale,
      now: this.now(),
      nameCell: (row) =>
        this.#linked(
          row,
          this.backupConfigurationHref,
          () => new BackupStorageConfigurationSelectEvent(row.namespace, row.name, row.object),
        ),
    });
    return this.#section({
      id: 'configurations',
      title: messages.backupConfigurations,
      empty: messages.emptyConfigurations,
      columns,
      rows: this.#detail.sessions,
      view: this.#detail.sessionsView,
      said: this.#detail.sessionNotices,
      key: (row: SessionRow) => row.key,
      onSort: (sort) => this.#detail.sortSessions(sort),
    });
  }

  #linked(row: { namespace: string; name: string }, template: string | undefined, event: () => Event): unknown {
    const href = fillTemplate(template, row);
    if (href === undefined) return html`<span class="name" title=${row.name}>${row.name}</span>`;
    return nameLink(row.name, href, (click) => {
      if (!this.dispatchEvent(event())) click.preventDefault();
    });
  }

  #section<Row>(section: {
    id: string;
    title: string;
    empty: string;
    columns: readonly TableColumn<Row>[];
    rows: RowView<Row>;
    view: CollectionView;
    said: CollectionNotices | undefined;
    key: (row: Row) => string;
    onSort: (sort: string) => void;
    /** Said below the table. */
    footnote?: string | undefined;
  }): TemplateResult {
    const { id, title, rows, view, said, columns } = section;
    return html`<section part=${id} aria-labelledby=${id}>
      <h3 id=${id}>${title}${view === 'ready' ? html`<span class="count">${rows.total}</span>` : nothing}</h3>
      ${view === 'forbidden' ? nothing : notices(said, this.messages, this.locale)}
      <div part="table-region" class="table-region">
        ${
          view === 'ready'
            ? resourceTable({
                label: title,
                columns,
                rows: rows.rows,
                key: section.key,
                sort: rows.sort,
                wrap: true,
                onSort: (column) => {
                  section.onSort(formatSort(toggledSort(rows.sort, column)));
                  this.requestUpdate();
                },
              })
            : html`<p class="note" role=${view === 'loading' ? 'status' : nothing}>${this.#note(section)}</p>`
        }
      </div>
      ${section.footnote ? html`<p class="footnote">${section.footnote}</p>` : nothing}
    </section>`;
  }

  #note({ view, title, empty }: { view: CollectionView; title: string; empty: string }): string {
    switch (view) {
      case 'forbidden':
        return this.messages.forbiddenRows(title);
      case 'unreachable':
        return this.messages.unreachableRows(title);
      case 'not-installed':
        return this.messages.notInstalledText;
      case 'signed-out':
        return this.messages.signedOutText;
      case 'loading':
      case 'no-source':
        return this.messages.loadingRows(title);
      default:
        return empty;
    }
  }

  #state(view: DetailView): TemplateResult {
    const { messages } = this;
    if (view === 'loading')
      return html`<slot name="loading"><div class="table-region">${skeletonTable(3, messages.loading)}</div></slot>`;
    const { message: text } = this.#detail.error ?? {};
    const retry = html`<button type="button" class="button" @click=${() => this.refresh()}>
      ${icon('retry')}${messages.retry}
    </button>`;
    const words: Record<Exclude<DetailView, 'loading' | 'ready'>, StateMessage> = {
      'no-source': { icon: 'storage', heading: messages.noSourceHeading, text: messages.noSourceText },
      'not-found': {
        icon: 'search',
        heading: messages.notFoundHeading(this.name),
        text: messages.notFoundText(this.namespace),
        action: retry,
      },
      deleted: { icon: 'remove', heading: messages.deletedHeading(this.name), text: messages.deletedText },
      forbidden: { icon: 'forbidden', heading: messages.forbiddenOneHeading, text, action: retry },
      'not-installed': {
        icon: 'notInstalled',
        heading: messages.notInstalledHeading,
        text: messages.notInstalledText,
        action: retry,
      },
      unreachable: {
        icon: 'unreachable',
        heading: messages.unreachableHeading,
        text: [text, messages.unreachableText].filter(Boolean).join(' '),
        action: retry,
      },
      'signed-out': {
        icon: 'signedOut',
        heading: messages.signedOutHeading,
        text: messages.signedOutText,
        action: retry,
      },
    };
    return html`${view === 'ready' ? nothing : stateMessage(words[view])}<slot name="error"></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-detail': BackupStorageDetail;
  }
}
