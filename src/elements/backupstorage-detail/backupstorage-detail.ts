import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AgeClock } from '../../controllers/age-clock.js';
import { StorageDetailController, type DetailView } from '../../controllers/storage-detail-controller.js';
import type { DataSourceError } from '../../data-source/errors.js';
import type { StorageRow } from '../../model/rows.js';
import { BackupStorageElement } from '../base-element.js';
import { BackupStorageErrorEvent } from '../error-event.js';
import { baseStyles } from '../parts/base.styles.js';
import { fillTemplate, nameLink } from '../parts/cells.js';
import { chipsStyles } from '../parts/chips.js';
import { conditionsStyles } from '../parts/conditions-timeline.js';
import { copyText } from '../parts/copy-text.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { linkStyles } from '../parts/link.styles.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { noticesStyles } from '../parts/notices.js';
import { resourceTableStyles } from '../parts/resource-table.js';
import { sizePlotStyles } from '../parts/size-plot.js';
import { skeletonStyles } from '../parts/skeleton.js';
import { stateMessageStyles } from '../parts/state-message.js';
import { statusBadgeStyles } from '../parts/status-badge.js';
import { tabList, tabPanel, tabsStyles } from '../parts/tabs.js';
import { usageAnswerStyles } from '../parts/usage-answer-view.js';
import type { DetailActions } from './detail-actions.js';
import { detailActionsStyles } from './detail-actions.styles.js';
import { detailStyles } from './backupstorage-detail.styles.js';
import type { DetailContext } from './detail-context.js';
import {
  BackupStorageConfigurationSelectEvent,
  BackupStorageDeletedEvent,
  BackupStorageUpdatedEvent,
  BackupStorageDetailViewChangeEvent,
  BackupStorageRepositorySelectEvent,
  type DetailTab,
} from './events.js';
import { headerNotices, headerView } from './header-view.js';
import { ManifestPanel } from './manifest-panel.js';
import { overviewFacts } from './overview-view.js';
import { detailState } from './state-view.js';
import { TableWindows } from './table-windows.js';
import { configurationsSection, repositoriesSection } from './tables-view.js';

/**
 * One BackupStorage, live: its facts, where its data is and who may use it, what the operator found, and the Repositories
 * and BackupConfigurations that store there; its manifest a tab away.
 *
 * @tag backupstorage-detail
 * @summary Everything about one BackupStorage.
 * @status beta
 *
 * @event {BackupStorageRepositorySelectEvent} backupstorage-repository-select - A Repository's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageConfigurationSelectEvent} backupstorage-configuration-select - A BackupConfiguration's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageDetailViewChangeEvent} backupstorage-detail-view-change - The user changed the tab, a filter or a sort: for a host that keeps them in its URL. Fields: `tab`, `repositoriesFilter`, `repositoriesSort`, `configurationsFilter`, `configurationsSort`.
 * @event {BackupStorageUpdatedEvent} backupstorage-updated - The user has changed the storage, or its credentials. Fields: `object`, never a Secret.
 * @event {BackupStorageDeletedEvent} backupstorage-deleted - The shown storage has gone from the cluster. Fields: `namespace`, `name`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @slot actions - Controls at the end of the header.
 * @slot loading - Replaces the skeleton.
 * @slot error - Added below the words of a fault.
 *
 * @csspart header - The line with name, namespace and status.
 * @csspart actions - The buttons that change the storage.
 * @csspart action - One of them; also `action-edit`, `action-rotate`, `action-delete`.
 * @csspart dialog - The dialog of a deletion, or of new credentials.
 * @csspart confirm - The button that does what its dialog says.
 * @csspart callout - What a dialog or an edit has to say.
 * @csspart edit - The frame of an edit.
 * @csspart conflicts - What others have changed meanwhile, to choose from.
 * @csspart save - The button that stores an edit.
 * @csspart form - The fields of an edit.
 * @csspart field - A field with its label, help and error.
 * @csspart field-issue - The error or warning of a field.
 * @csspart reveal - The button that shows a credential.
 * @csspart metadata - Labels & Annotations in an edit.
 * @csspart key-values - An editor of keys and values.
 * @csspart panel - Auth, Spec and their like in an edit.
 * @csspart group - A group of an edit that can be opened.
 * @csspart schema-group - An object inside such a group.
 * @csspart schema-search - The search in a group.
 * @csspart replaced - That the storage was deleted and another one of its name was created.
 * @csspart reason - Why the storage is not ready, or which repositories failed to sync.
 * @csspart tabs - The row of tabs.
 * @csspart tab - A tab.
 * @csspart basic - The facts.
 * @csspart copy-chip - A text that is copied by a press: a label, an annotation, the uid.
 * @csspart backend - The section of the provider's settings and the credentials.
 * @csspart credentials - Which Secret it is.
 * @csspart check-keys - The button that reads which keys the Secret has.
 * @csspart access - The section of usage policy, default storage and deletion policy.
 * @csspart usage-answer - Which namespaces may use the storage.
 * @csspart conditions - The timeline of conditions.
 * @csspart condition - An entry of it.
 * @csspart size-plot - Size by repository.
 * @csspart size-bar - A repository in it.
 * @csspart repositories - The section of Repositories.
 * @csspart repository-problems - Which Repositories failed, and how.
 * @csspart configurations - The section of BackupConfigurations.
 * @csspart next-backup - Which backup comes next.
 * @csspart schedules-in-words - The switch that shows schedules in words.
 * @csspart filter - The filter field of a table.
 * @csspart table-region - The scroll container of a table.
 * @csspart table - A table.
 * @csspart column-header - A header cell.
 * @csspart sort-button - The button in a header cell.
 * @csspart row - A row.
 * @csspart cell - A cell; also `cell-` and the column's id.
 * @csspart name-link - The link of a name.
 * @csspart status - A status with its marks; also `status-success`, `status-warning`, `status-danger`, `status-neutral`.
 * @csspart status-mark - A mark beside a status.
 * @csspart manifest-toolbar - The row above the manifest.
 * @csspart copy - The button that copies the manifest.
 * @csspart download - The button that saves the manifest as a file.
 * @csspart editor - The frame of the manifest.
 * @csspart problems - What is wrong with the manifest.
 * @csspart state - What stands in the place of content: loading, a fault.
 * @csspart state-heading - Its heading.
 * @csspart retry - The button that tries again.
 * @csspart list-link - The link back to the list.
 * @csspart notices - What is said beside rows that may be old or not all.
 * @csspart denied-namespace - A namespace that may not be listed.
 *
 * @cssprop [--backupstorage-table-max-height=80vh] - Height from which a long table scrolls in itself.
 * @cssprop [--backupstorage-editor-max-height=50vh] - Height from which the manifest scrolls in itself.
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
    tabsStyles,
    chipsStyles,
    conditionsStyles,
    sizePlotStyles,
    usageAnswerStyles,
    manifestStyles,
    detailActionsStyles,
    detailStyles,
  ];

  /** Namespace of the storage. */
  @property() namespace = '';

  /** Name of the storage. */
  @property() name = '';

  /** `overview` or `manifest`. Changed when the user switches. */
  @property({ reflect: true }) tab: DetailTab = 'overview';

  /** Words that the rows of the Repositories table have to contain. Changed when the user types. */
  @property({ attribute: 'repositories-filter' }) repositoriesFilter = '';

  /** What the Repositories table is sorted by: a column's id, with `-` before it for descending. Changed by the user. */
  @property({ attribute: 'repositories-sort' }) repositoriesSort = 'name';

  /** Words that the rows of the BackupConfigurations table have to contain. Changed when the user types. */
  @property({ attribute: 'configurations-filter' }) configurationsFilter = '';

  /** What the BackupConfigurations table is sorted by, as for Repositories. Changed by the user. */
  @property({ attribute: 'configurations-sort' }) configurationsSort = 'name';

  /** Where a Repository's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  @property({ attribute: 'repository-href' }) repositoryHref: string | undefined;

  /** Where a BackupConfiguration's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  @property({ attribute: 'backupconfiguration-href' }) backupConfigurationHref: string | undefined;

  /** Where the list is: the way on from a storage that is not there. */
  @property({ attribute: 'list-href' }) listHref: string | undefined;

  /** Nothing can be changed from here: the actions are left out. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private announcement = '';
  @state() private schedulesInWords = false;

  readonly #detail = new StorageDetailController(this);
  readonly #tables = new TableWindows(this, this.#detail);
  readonly #manifest = new ManifestPanel(this, this.messages);
  /** Undefined until its code has come. */
  #actions: DetailActions | undefined;
  #actionsAsked = false;
  #reported: DataSourceError | undefined;
  #viewBefore: DetailView | undefined;

  constructor() {
    super();
    new FocusKeeper(
      this,
      () =>
        this.#tables.focusedRegion ?? this.renderRoot.querySelector<HTMLElement>('.header h2, [part=state-heading]'),
    );
    new AgeClock(this, () => ({ now: this.now(), times: this.#detail.times }));
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
      repositoriesFilter: this.repositoriesFilter,
      repositoriesSort: this.repositoriesSort,
      configurationsFilter: this.configurationsFilter,
      configurationsSort: this.configurationsSort,
      whole: this.tab === 'manifest',
    });
    const { row } = this.#detail;
    this.#manifest.want(this.tab === 'manifest' && row !== undefined);
    if (row && !this.readonly) void this.#loadActions();
    this.#actions?.update(this.source, this.readonly ? undefined : row?.object);
  }

  /** The page is read far more often than it is acted on: what acts is loaded once there is something to act on. */
  async #loadActions(): Promise<void> {
    if (this.#actionsAsked) return;
    this.#actionsAsked = true;
    const { DetailActions } = await import('./detail-actions.js');
    this.#actions = new DetailActions(this, {
      messages: this.messages,
      locale: () => this.locale,
      onUpdated: (object) => this.dispatchEvent(new BackupStorageUpdatedEvent(object)),
      onCopyCommand: (command) => void this.#copy(command, command),
    });
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { row } = this.#detail;
    const content = row ? this.#page(row) : this.#state(this.#view);
    // The region is always there, or what appears in it would not be announced.
    return html`${content} ${this.#actions?.dialogs() ?? nothing}
      <div class="visually-hidden" role="status">${this.announcement}</div>`;
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

  #page(row: StorageRow): TemplateResult {
    const { messages } = this;
    const selected: DetailTab = this.tab === 'manifest' ? 'manifest' : 'overview';
    const context: DetailContext = {
      detail: this.#detail,
      messages,
      locale: this.locale,
      now: this.now(),
      onCopy: (text, shown) => void this.#copy(text, shown),
      tables: this.#tables,
    };
    return html`${headerView(row, context, html`${this.#actions?.buttons() ?? nothing}<slot name="actions"></slot>`)}
    ${headerNotices(row, context)} ${this.#actions?.panel() ?? nothing}
    ${tabList<DetailTab>({
      label: messages.tabsLabel,
      tabs: [
        { id: 'overview', label: messages.tabOverview },
        { id: 'manifest', label: messages.tabManifest },
      ],
      selected,
      onSelect: (tab) => this.#change({ tab }),
    })}
    ${tabPanel<DetailTab>('overview', selected, this.#overview(row, context))}
    ${tabPanel<DetailTab>(
      'manifest',
      selected,
      selected === 'manifest' ? this.#manifest.render(this.#detail.whole) : nothing,
    )}`;
  }

  #overview(row: StorageRow, context: DetailContext): TemplateResult {
    return html`${overviewFacts(row, context)}
    ${repositoriesSection(
      {
        filter: this.repositoriesFilter,
        onFilter: (repositoriesFilter) => this.#change({ repositoriesFilter }),
        onSort: (repositoriesSort, announced) => this.#change({ repositoriesSort }, announced),
        nameCell: (one) =>
          this.#linked(
            one,
            this.repositoryHref,
            () => new BackupStorageRepositorySelectEvent(one.namespace, one.name, one.object),
          ),
      },
      context,
    )}
    ${configurationsSection(
      {
        filter: this.configurationsFilter,
        onFilter: (configurationsFilter) => this.#change({ configurationsFilter }),
        onSort: (configurationsSort, announced) => this.#change({ configurationsSort }, announced),
        inWords: this.schedulesInWords,
        onInWords: (on) => (this.schedulesInWords = on),
        nameCell: (one) =>
          this.#linked(
            one,
            this.backupConfigurationHref,
            () => new BackupStorageConfigurationSelectEvent(one.namespace, one.name, one.object),
          ),
      },
      context,
    )}`;
  }

  #linked(row: { namespace: string; name: string }, template: string | undefined, event: () => Event): unknown {
    const href = fillTemplate(template, row);
    if (href === undefined) return html`<span class="name" title=${row.name}>${row.name}</span>`;
    return nameLink(row.name, href, (click) => {
      if (!this.dispatchEvent(event())) click.preventDefault();
    });
  }

  #state(view: DetailView): TemplateResult | typeof nothing {
    if (view === 'ready') return nothing;
    return detailState({
      view,
      namespace: this.namespace,
      name: this.name,
      said: this.#detail.error?.message,
      listHref: this.listHref,
      messages: this.messages,
      onRetry: () => this.refresh(),
    });
  }

  /** The user has changed how the page is looked at. */
  #change(
    change: Partial<
      Pick<this, 'tab' | 'repositoriesFilter' | 'repositoriesSort' | 'configurationsFilter' | 'configurationsSort'>
    >,
    announced?: string,
  ): void {
    Object.assign(this, change);
    this.announcement = announced ?? '';
    this.dispatchEvent(new BackupStorageDetailViewChangeEvent(this));
    if (change.repositoriesFilter !== undefined || change.configurationsFilter !== undefined)
      void this.#announceFilter(change.repositoriesFilter !== undefined);
  }

  /** Says how many rows are left, once it is known. */
  async #announceFilter(ofRepositories: boolean): Promise<void> {
    await this.updateComplete;
    const { messages } = this;
    const rows = ofRepositories ? this.#detail.repositories : this.#detail.sessions;
    const what = ofRepositories ? messages.repositories : messages.backupConfigurations;
    this.announcement = messages.rowsShown(what, rows.count, rows.total);
  }

  async #copy(text: string, shown: string): Promise<void> {
    this.announcement = '';
    await this.updateComplete;
    this.announcement = (await copyText(text)) ? this.messages.copiedThis(shown) : this.messages.copyFailed;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-detail': BackupStorageDetail;
  }
}
