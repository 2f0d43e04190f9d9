import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BodyHost } from '../element-body.js';
import { LoadedElement } from '../loaded-element.js';
import type { DetailBody } from './detail-body.js';
import type { DetailTab } from './events.js';
import { detailSkeleton, detailSkeletonStyles } from './skeleton-view.js';

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
 * @csspart schema-rows - A list or a map in such a group.
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
export class BackupStorageDetail extends LoadedElement<DetailBody> {
  static override styles = [LoadedElement.styles, detailSkeletonStyles];

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

  /** Reads everything again from the start: what the user's Retry does. */
  refresh(): void {
    this.body?.refresh();
  }

  /** @internal */
  protected override async loadBody(host: BodyHost<this>): Promise<DetailBody> {
    const { DETAIL_WORDS, DetailBody } = await import('./detail-body.js');
    await host.addWords(DETAIL_WORDS);
    return new DetailBody(host);
  }

  /** @internal */
  protected override bodyLoading(): TemplateResult {
    return detailSkeleton(this.messages);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-detail': BackupStorageDetail;
  }
}
