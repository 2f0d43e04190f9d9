import { html, type PropertyValues, type TemplateResult } from 'lit';
import { CreatedStorage } from '../../controllers/manifest/created-storage.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import type { BackupStorage } from '../../model/types.js';
import { MANIFEST_WORDS } from '../../manifest/words.js';
import { BackupStorageSelectEvent } from '../backupstorage-list/events.js';
import type { BodyHost, ElementBody } from '../element-body.js';
import {
  BackupStorageCreatedEvent,
  BackupStorageManifestChangeEvent,
  BackupStoragePreviousEvent,
} from '../manifest-events.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { formFieldStyles } from '../parts/form-field.styles.js';
import { createdView } from '../parts/manifest-created.js';
import { leftBehindNotice } from '../parts/manifest-left-behind.js';
import { TakeAway } from '../parts/manifest-take-away.js';
import { editorOf, manifestView, showVerdict } from '../parts/manifest-view.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { submitManifest } from '../submit-manifest.js';
import type { BackupStorageManifestPreview } from './backupstorage-manifest-preview.js';

export { MANIFEST_WORDS };

type Created = Extract<PlanResult, { outcome: 'created' }>;

/** What `backupstorage-manifest-preview` does and shows. */
export class ManifestPreviewBody implements ElementBody {
  readonly styles = [formFieldStyles, manifestStyles];

  readonly #host: BodyHost<BackupStorageManifestPreview, ManifestWords>;
  readonly #element: BackupStorageManifestPreview;
  readonly #preview: ManifestPreviewController;
  readonly #takeAway: TakeAway;
  readonly #follower: CreatedStorage;
  #editorReady = false;

  constructor(host: BodyHost<BackupStorageManifestPreview, ManifestWords>) {
    const { element } = host;
    this.#host = host;
    this.#element = element;
    this.#preview = new ManifestPreviewController(element, () => this.#changed(), {
      words: () => host.messages,
      isShown: () => element.checkVisibility?.() ?? true,
    });
    this.#takeAway = new TakeAway(element, this.#preview);
    this.#follower = new CreatedStorage(element);
    new FocusKeeper(element, () => editorOf(element) ?? this.#heading);
  }

  willUpdate(changed: PropertyValues<BackupStorageManifestPreview>): void {
    this.#preview.readonly = this.#element.readonly;
    if (changed.has('readonly') && !this.#element.readonly) this.#preview.recheck();
    if (changed.has('format')) this.#preview.setFormat(this.#element.format);
    if (changed.has('objects') || changed.has('text')) this.#show(changed);
    if (changed.has('reveal')) this.#preview.setRevealed(this.#element.reveal);
    // The controller refuses a change while the text cannot be read.
    this.#element.format = this.#preview.format;
    this.#element.reveal = this.#preview.revealed;
    const { source } = this.#host;
    this.#preview.source = source;
    this.#follower.follow(source, this.#created?.storage);
  }

  /** `objects` go before `text`. Without either nothing is shown, and nothing of what was there is kept. */
  #show(changed: PropertyValues<BackupStorageManifestPreview>): void {
    if (this.#element.objects) {
      if (changed.has('objects')) this.#preview.show(this.#element.objects);
    } else if (this.#element.text !== undefined) this.#preview.showText(this.#element.text);
    else this.#preview.clear();
  }

  render(): TemplateResult {
    const { messages } = this.#host;
    if (this.#created)
      return html`${createdView({
        created: this.#created,
        follower: this.#follower,
        messages,
        detailHref: this.#element.detailHref,
        onView: (storage, click) => this.#view(storage, click),
        onAnother: () => this.#another(),
      })}
      ${leftBehindNotice({ preview: this.#preview, messages })}`;
    return manifestView({
      preview: this.#preview,
      messages,
      readonly: this.#element.readonly,
      takeAway: this.#takeAway,
      editorReady: this.#editorReady,
      onEditorReady: () => this.#ready(),
      onPrevious: this.#element.readonly
        ? undefined
        : () => this.#element.dispatchEvent(new BackupStoragePreviousEvent()),
      onSubmit: this.#element.readonly ? undefined : () => void this.#submit(),
      onConverged: (result) => void this.#done(result),
    });
  }

  updated(): void {
    this.#host.toggleState('submitting', this.#preview.submitting);
    this.#host.toggleState('invalid', !this.#preview.valid);
    this.#host.toggleState('created', this.#created !== undefined);
  }

  disconnected(): void {
    // The editor goes with the connection; until it is back the plain text stands in its place.
    this.#editorReady = false;
  }

  #ready(): void {
    this.#editorReady = true;
    this.#element.requestUpdate();
  }

  #changed(): void {
    this.#takeAway.forget();
    this.#element.dispatchEvent(new BackupStorageManifestChangeEvent(this.#preview.maskedObjects, this.#preview.valid));
  }

  async #submit(): Promise<void> {
    await this.#done(await submitManifest(this.#element, this.#preview, () => this.#host.source));
  }

  async #done(result: PlanResult | undefined): Promise<void> {
    if (result?.outcome !== 'created') {
      await showVerdict(this.#element);
      return;
    }
    // Else something else is shown by now.
    if (this.#created === result) {
      this.#editorReady = false;
      await this.#element.updateComplete;
      this.#heading?.focus();
    }
    this.#element.dispatchEvent(new BackupStorageCreatedEvent(result.storage));
  }

  #view(storage: BackupStorage, click: Event): void {
    const { namespace = '', name = '' } = storage.metadata ?? {};
    if (!this.#element.dispatchEvent(new BackupStorageSelectEvent(namespace, name, storage))) click.preventDefault();
  }

  #another(): void {
    this.#preview.again();
    void this.#element.updateComplete.then(() => editorOf(this.#element)?.focus());
  }

  get #created(): Created | undefined {
    const { result } = this.#preview;
    return result?.outcome === 'created' ? result : undefined;
  }

  get #heading(): HTMLElement | null {
    return this.#element.renderRoot.querySelector<HTMLElement>('.heading');
  }
}
