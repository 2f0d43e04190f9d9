/** Loaded when the tab is first opened: the detail page itself needs neither a YAML reader nor the editor. */
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { MANIFEST_WORDS } from '../../manifest/words.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import type { KubernetesObject } from '../../model/types.js';
import { TakeAway } from '../parts/manifest-take-away.js';
import { editorOf, manifestView } from '../parts/manifest-view.js';

export { MANIFEST_WORDS };

/** The manifest of one object, to be read and taken away, not to be changed. */
export class ManifestTab implements ReactiveController {
  readonly #preview: ManifestPreviewController;
  readonly #takeAway: TakeAway;
  #shown: readonly [KubernetesObject] | undefined;
  #editorReady = false;

  constructor(
    private readonly host: LitElement,
    private readonly words: () => ManifestWords,
  ) {
    this.#preview = new ManifestPreviewController(host, () => this.#takeAway.forget(), { words });
    this.#preview.readonly = true;
    this.#takeAway = new TakeAway(host, this.#preview);
    host.addController(this);
  }

  /** The editor goes with the connection; until it is back the plain text stands in its place. */
  hostDisconnected(): void {
    this.#editorReady = false;
  }

  /** Forgets everything: the tab is left, or another storage is shown. */
  leave(): void {
    if (!this.#shown) return;
    this.#shown = undefined;
    this.#editorReady = false;
    this.#preview.clear();
  }

  /** The element that holds the text. */
  get editor(): HTMLElement | null | undefined {
    return editorOf(this.host);
  }

  render(object: KubernetesObject): TemplateResult {
    if (this.#shown?.[0] !== object) this.#shown = [object];
    this.#preview.show(this.#shown);
    return html`${manifestView({
      preview: this.#preview,
      messages: this.words(),
      readonly: true,
      takeAway: this.#takeAway,
      editorReady: this.#editorReady,
      onEditorReady: () => {
        this.#editorReady = true;
        this.host.requestUpdate();
      },
    })}`;
  }
}
