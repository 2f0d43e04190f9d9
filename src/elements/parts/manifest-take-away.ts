import type { LitElement } from 'lit';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import { copyText } from './copy-text.js';

/** The manifest as text for the clipboard and as a file: masked, unless credentials are asked for by name. */
export class TakeAway {
  /** What copying came to, until something else happens. */
  copyState: 'copied' | 'failed' | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly preview: ManifestPreviewController,
  ) {}

  async copy(credentials: boolean): Promise<void> {
    const text = this.preview.takeAway(credentials);
    if (text !== undefined) await this.copyThis(text);
  }

  /** Anything else that is copied beside the manifest. */
  async copyThis(text: string): Promise<void> {
    this.#say(undefined);
    this.#say((await copyText(text)) ? 'copied' : 'failed');
  }

  download(credentials: boolean): void {
    const text = this.preview.takeAway(credentials);
    if (text === undefined) return;
    const { format, objects } = this.preview;
    const main = objects.find(({ kind }) => kind !== 'Secret') ?? objects[0];
    const name = main?.metadata?.name?.replace(/[^\w.-]+/g, '-') || 'manifest';
    const type = format === 'json' ? 'application/json' : 'application/yaml';
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name}.${format}`;
    link.click();
    // Not at once: some browsers begin to read only after the click is over.
    setTimeout(() => URL.revokeObjectURL(url));
  }

  /** The text is another one now. */
  forget(): void {
    if (this.copyState) this.#say(undefined);
  }

  #say(state: 'copied' | 'failed' | undefined): void {
    this.copyState = state;
    this.host.requestUpdate();
  }
}
