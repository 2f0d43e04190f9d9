import { html, nothing, type TemplateResult } from 'lit';
import { AgeClock } from '../../controllers/age-clock.js';
import { StorageDetailController, type DetailView } from '../../controllers/storage-detail-controller.js';
import type { DataSourceError } from '../../data-source/errors.js';
import { saidOf } from '../../data-source/request-faults.js';
import { common } from '../../locales/groups/common.js';
import { detail } from '../../locales/groups/detail.js';
import { fields } from '../../locales/groups/fields.js';
import { shared } from '../../locales/groups/shared.js';
import type { ActionsWords, DetailWords } from '../../locales/index.js';
import type { StorageRow } from '../../model/rows.js';
import type { BodyHost, ElementBody } from '../element-body.js';
import { BackupStorageErrorEvent } from '../error-event.js';
import { fillTemplate, nameLink } from '../parts/cells.js';
import { chipsStyles } from '../parts/chips.js';
import { conditionsStyles } from '../parts/conditions-timeline.js';
import { copyText } from '../parts/copy-text.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { linkStyles } from '../parts/link.styles.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { noticesStyles } from '../parts/notices.js';
import { resourceTableStyles } from '../parts/resource-table.styles.js';
import { sizePlotStyles } from '../parts/size-plot.js';
import { statusBadgeStyles } from '../parts/status-badge.js';
import { tabList, tabPanel, tabsStyles } from '../parts/tabs.js';
import { usageAnswerStyles } from '../parts/usage-answer-view.js';
import type { BackupStorageDetail } from './backupstorage-detail.js';
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

/** The words that the detail page uses. */
export const DETAIL_WORDS = [common, shared, detail, fields] as const;

/** What `backupstorage-detail` does and shows. */
export class DetailBody implements ElementBody {
  readonly styles = [
    linkStyles,
    statusBadgeStyles,
    noticesStyles,
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

  readonly #host: BodyHost<BackupStorageDetail, DetailWords>;
  readonly #element: BackupStorageDetail;
  readonly #detail: StorageDetailController;
  readonly #tables: TableWindows;
  readonly #manifest: ManifestPanel;
  /** Undefined until its code has come. */
  #actions: DetailActions | undefined;
  #actionsAsked = false;
  #reported: DataSourceError | undefined;
  #viewBefore: DetailView | undefined;
  #announcement = '';
  #schedulesInWords = false;

  constructor(host: BodyHost<BackupStorageDetail, DetailWords>) {
    const { element } = host;
    this.#host = host;
    this.#element = element;
    this.#detail = new StorageDetailController(element);
    this.#tables = new TableWindows(element, this.#detail);
    this.#manifest = new ManifestPanel(element, {
      words: () => host.messages,
      addWords: (groups) => host.addWords(groups),
    });
    new FocusKeeper(
      element,
      () =>
        this.#tables.focusedRegion ?? element.renderRoot.querySelector<HTMLElement>('.header h2, [part=state-heading]'),
    );
    new AgeClock(element, () => ({ now: element.now(), times: this.#detail.times }));
  }

  /** Reads everything again from the start: what the user's Retry does. */
  refresh(): void {
    this.#detail.refresh();
  }

  willUpdate(): void {
    const { source } = this.#host;
    this.#detail.update({
      dataSource: source,
      namespace: this.#element.namespace,
      name: this.#element.name,
      now: this.#element.now(),
      repositoriesFilter: this.#element.repositoriesFilter,
      repositoriesSort: this.#element.repositoriesSort,
      configurationsFilter: this.#element.configurationsFilter,
      configurationsSort: this.#element.configurationsSort,
      whole: this.#element.tab === 'manifest',
    });
    const { row } = this.#detail;
    this.#manifest.want(this.#element.tab === 'manifest' && row !== undefined);
    if (row && !this.#element.readonly) void this.#loadActions();
    const gone = this.#detail.view === 'deleted';
    this.#actions?.update({ dataSource: source, storage: this.#element.readonly ? undefined : row?.object, gone });
  }

  /** The page is read far more often than it is acted on: what acts is loaded once there is something to act on. */
  async #loadActions(): Promise<void> {
    if (this.#actionsAsked) return;
    this.#actionsAsked = true;
    const { ACTIONS_WORDS, DetailActions } = await import('./detail-actions.js');
    await this.#host.addWords(ACTIONS_WORDS);
    this.#actions = new DetailActions(this.#element, {
      words: () => this.#host.messages as DetailWords & ActionsWords,
      formats: () => this.#host.formats,
      onUpdated: (object) => this.#element.dispatchEvent(new BackupStorageUpdatedEvent(object)),
      onCopyCommand: (command) => void this.#copy(command, command),
    });
    this.#element.requestUpdate();
  }

  render(): TemplateResult {
    const { row } = this.#detail;
    // What was entered into an edit is not taken away with the storage: it can still be read.
    const gone = this.#view === 'deleted' ? (this.#actions?.panel() ?? nothing) : nothing;
    const content = row ? this.#page(row) : html`${this.#state(this.#view)} ${gone}`;
    // The region is always there, or what appears in it would not be announced.
    return html`${content} ${this.#actions?.dialogs() ?? nothing}
      <div class="visually-hidden" role="status">${this.#announcement}</div>`;
  }

  updated(): void {
    const { error } = this.#detail;
    const view = this.#view;
    this.#host.toggleState('loading', view === 'loading');
    this.#host.toggleState('missing', view === 'not-found' || view === 'deleted');
    this.#host.toggleState('stale', this.#detail.notices(this.#element.now())?.staleSince !== undefined);
    if (view === 'deleted' && this.#viewBefore !== 'deleted')
      this.#element.dispatchEvent(new BackupStorageDeletedEvent(this.#element.namespace, this.#element.name));
    this.#viewBefore = view;
    if (error && error !== this.#reported) this.#element.dispatchEvent(new BackupStorageErrorEvent(error));
    this.#reported = error;
  }

  get #view(): DetailView {
    const { view } = this.#detail;
    return view === 'no-source' && this.#host.sourceIsComing ? 'loading' : view;
  }

  #page(row: StorageRow): TemplateResult {
    const { messages } = this.#host;
    const selected: DetailTab = this.#element.tab === 'manifest' ? 'manifest' : 'overview';
    const context: DetailContext = {
      detail: this.#detail,
      messages,
      formats: this.#host.formats,
      now: this.#element.now(),
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
        filter: this.#element.repositoriesFilter,
        onFilter: (repositoriesFilter) => this.#change({ repositoriesFilter }),
        onSort: (repositoriesSort, announced) => this.#change({ repositoriesSort }, announced),
        nameCell: (one) =>
          this.#linked(
            one,
            this.#element.repositoryHref,
            () => new BackupStorageRepositorySelectEvent(one.namespace, one.name, one.object),
          ),
      },
      context,
    )}
    ${configurationsSection(
      {
        filter: this.#element.configurationsFilter,
        onFilter: (configurationsFilter) => this.#change({ configurationsFilter }),
        onSort: (configurationsSort, announced) => this.#change({ configurationsSort }, announced),
        inWords: this.#schedulesInWords,
        onInWords: (on) => this.#showInWords(on),
        nameCell: (one) =>
          this.#linked(
            one,
            // What the host gave leads to BackupConfigurations.
            one.invokerKind === 'BackupConfiguration' ? this.#element.backupConfigurationHref : undefined,
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
      if (!this.#element.dispatchEvent(event())) click.preventDefault();
    });
  }

  #state(view: DetailView): TemplateResult | typeof nothing {
    if (view === 'ready') return nothing;
    return detailState({
      view,
      namespace: this.#element.namespace,
      name: this.#element.name,
      said: this.#detail.error && saidOf(this.#detail.error, this.#host.messages),
      listHref: this.#element.listHref,
      messages: this.#host.messages,
      onRetry: () => this.refresh(),
    });
  }

  /** The user has changed how the page is looked at. */
  #change(
    change: Partial<
      Pick<
        BackupStorageDetail,
        'tab' | 'repositoriesFilter' | 'repositoriesSort' | 'configurationsFilter' | 'configurationsSort'
      >
    >,
    announced?: string,
  ): void {
    Object.assign(this.#element, change);
    this.#announce(announced ?? '');
    this.#element.dispatchEvent(new BackupStorageDetailViewChangeEvent(this.#element));
    if (change.repositoriesFilter !== undefined || change.configurationsFilter !== undefined)
      void this.#announceFilter(change.repositoriesFilter !== undefined);
  }

  /** Says how many rows are left, once it is known. */
  async #announceFilter(ofRepositories: boolean): Promise<void> {
    await this.#element.updateComplete;
    const { messages } = this.#host;
    const rows = ofRepositories ? this.#detail.repositories : this.#detail.sessions;
    const what = ofRepositories ? messages.repositories : messages.backupConfigurations;
    this.#announce(messages.rowsShown(what, rows.count, rows.total));
  }

  async #copy(text: string, shown: string): Promise<void> {
    this.#announce('');
    await this.#element.updateComplete;
    const { copiedThis, copyFailed } = this.#host.messages;
    this.#announce((await copyText(text)) ? copiedThis(shown) : copyFailed);
  }

  #announce(words: string): void {
    this.#announcement = words;
    this.#element.requestUpdate();
  }

  #showInWords(on: boolean): void {
    this.#schedulesInWords = on;
    this.#element.requestUpdate();
  }
}
