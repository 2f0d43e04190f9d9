import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import type { KubernetesObject } from '../../model/types.js';
import type { BodyHost } from '../element-body.js';
import { LoadedElement } from '../loaded-element.js';
import { skeletonTable } from '../parts/skeleton.js';
import type { ManifestPreviewBody } from './manifest-preview-body.js';

/**
 * The manifest of one or more objects as YAML or JSON: readable, editable, with credentials masked. A BackupStorage, alone
 * or with its Secret, can be submitted: what the server says to it is shown beforehand, and afterwards whether it turns
 * Ready. Other kinds are shown and edited without that; managedFields are folded away.
 *
 * @tag backupstorage-manifest-preview
 * @summary A manifest editor that masks credentials, asks the server beforehand, and submits.
 * @status beta
 *
 * @event {BackupStorageManifestChangeEvent} backupstorage-manifest-change - The user has edited the manifest. Fields: `objects` (credentials masked), `valid`.
 * @event {BackupStoragePreviousEvent} backupstorage-previous - The user wants to go back.
 * @event {BackupStorageSubmitEvent} backupstorage-submit - Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked).
 * @event {BackupStorageCreatedEvent} backupstorage-created - The storage exists now. Fields: `object`.
 * @event {BackupStorageSelectEvent} backupstorage-select - The user wants to see the storage that was created. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @slot created - Added below the words of success.
 *
 * @csspart manifest-toolbar - The row above the editor.
 * @csspart copy - The copy button. It copies with credentials masked.
 * @csspart download - The download button. The file has credentials masked.
 * @csspart with-credentials - The disclosure of the buttons that copy and download with credentials.
 * @csspart editor - The frame of the editor.
 * @csspart problems - What is wrong with the text.
 * @csspart verdict - What the server says, beside the editor or under it.
 * @csspart verdict-state - Its answer, or that it is awaited.
 * @csspart differences - What the server adds or changes.
 * @csspart progress - The steps of a submit.
 * @csspart refusal - What the server refused, and why.
 * @csspart left-behind - A Secret that is there without its storage.
 * @csspart created - That the storage was created.
 * @csspart created-reason - Why it is not ready.
 * @csspart status - Its status; also `status-success`, `status-warning`, `status-danger`, `status-neutral`.
 * @csspart status-mark - A mark beside its status.
 * @csspart view - The link or button that leads to it.
 * @csspart create-another - The button back to the manifest.
 * @csspart footer - The line with Previous and Submit.
 * @csspart previous - The button back.
 * @csspart submit - The submit button.
 *
 * @cssprop [--backupstorage-editor-max-height=50vh] - Height from which the editor scrolls in itself.
 *
 * @cssState submitting - Objects are being created.
 * @cssState invalid - The text cannot be read or submitted.
 * @cssState created - The storage was created.
 */
export class BackupStorageManifestPreview extends LoadedElement<ManifestPreviewBody> {
  /** What to show. Values of Secrets are masked on the screen until the user asks to see them. */
  @property({ attribute: false }) objects: readonly KubernetesObject[] | undefined;

  /** What to show when `objects` is not set: a manifest as text, in the given format. */
  @property({ attribute: false }) text: string | undefined;

  /** `yaml` or `json`. Changed when the user switches. */
  @property({ reflect: true }) format: ManifestFormat = 'yaml';

  /** The text can be read and copied, not edited or submitted. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Shows credentials. Changed when the user asks for them; not reflected. */
  @property({ type: Boolean }) reveal = false;

  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  @property({ attribute: 'detail-href' }) detailHref: string | undefined;

  /** @internal */
  protected override async loadBody(host: BodyHost<this>): Promise<ManifestPreviewBody> {
    const { MANIFEST_WORDS, ManifestPreviewBody } = await import('./manifest-preview-body.js');
    await host.addWords(MANIFEST_WORDS);
    return new ManifestPreviewBody(host);
  }

  /** @internal */
  protected override bodyLoading(): TemplateResult {
    return html`${skeletonTable(1, this.messages.manifestLoading)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-manifest-preview': BackupStorageManifestPreview;
  }
}
