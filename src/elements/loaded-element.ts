import {
  adoptStyles,
  html,
  type LitElement,
  type CSSResultGroup,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Messages } from '../locales/index.js';
import { BackupStorageElement } from './base-element.js';
import type { BodyHost, ElementBody } from './element-body.js';
import { baseStyles } from './parts/base.styles.js';
import { icon } from './parts/icons.js';
import { skeletonStyles } from './parts/skeleton.js';
import { stateMessage, stateMessageStyles } from './parts/state-message.js';

/**
 * An element whose class is only its public surface. What it does and shows is loaded when it is first on a page, so that
 * a page which registers every tag pays for those that it shows. `updateComplete` waits for that.
 */
export abstract class LoadedElement<Body extends ElementBody> extends BackupStorageElement {
  static override styles: CSSResultGroup = [baseStyles, stateMessageStyles, skeletonStyles];

  /** Undefined until its module has come. @internal */
  protected body: Body | undefined;

  #loading: Promise<void> | undefined;
  #failed = false;
  /** What has changed before there was a body to take notice. */
  #missed: PropertyValues = new Map();

  /** Loads the body's module and makes the body. @internal */
  protected abstract loadBody(host: BodyHost<this>): Promise<Body>;

  /** What is shown until the body has come: as high as what the body will show first. @internal */
  protected abstract bodyLoading(): TemplateResult;

  /** @internal */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.body) {
      this.body.willUpdate(changed);
      return;
    }
    for (const [key, old] of changed as PropertyValues) if (!this.#missed.has(key)) this.#missed.set(key, old);
    if (!this.#failed) this.#load();
  }

  /** The body's own business. @internal */
  protected override feed(): void {}

  /** @internal */
  protected override prefetch(): void {
    if (!this.body && !this.#failed) this.#load();
  }

  protected override render(): unknown {
    if (this.body) return this.body.render();
    return this.#failed ? this.#failure() : this.bodyLoading();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.body?.updated(changed);
    if (!this.body) this.toggleState('loading', !this.#failed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.body?.disconnected?.();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#loading) return done;
    await this.#loading;
    return super.getUpdateComplete();
  }

  #load(): void {
    this.#loading ??= this.#loaded().finally(() => (this.#loading = undefined));
  }

  async #loaded(): Promise<void> {
    try {
      const body = await this.loadBody(this.#host());
      adoptStyles(
        this.renderRoot as ShadowRoot,
        stylesOf([(this.constructor as typeof LitElement).styles ?? [], body.styles]),
      );
      this.body = body;
      this.toggleState('loading', false);
      for (const [key, old] of this.#missed) this.requestUpdate(key, old);
      this.#missed = new Map();
    } catch {
      // A page that is older than its server: the file is not there any more.
      this.#failed = true;
    }
    this.requestUpdate();
  }

  #host(): BodyHost<this> {
    const source = () => this.source;
    const sourceIsComing = () => this.sourceIsComing;
    // Each body adds its words before it is made.
    const messages = () => this.messages as Messages;
    const formats = () => this.formats;
    return {
      element: this,
      get source() {
        return source();
      },
      get sourceIsComing() {
        return sourceIsComing();
      },
      get messages() {
        return messages();
      },
      get formats() {
        return formats();
      },
      addWords: (groups) => this.addWords(groups),
      toggleState: (name, on) => this.toggleState(name, on),
    };
  }

  #failure(): TemplateResult {
    const { messages } = this;
    return stateMessage({
      icon: 'danger',
      heading: messages.partFailedHeading,
      text: messages.partFailedText,
      action: html`<button type="button" class="button" @click=${() => this.#retry()}>
        ${icon('retry')}${messages.retry}
      </button>`,
    });
  }

  #retry(): void {
    this.#failed = false;
    this.requestUpdate();
  }
}

/** In one list, each once. */
function stylesOf(styles: CSSResultGroup): CSSResultOrNative[] {
  return [...new Set(([styles] as unknown[]).flat(Infinity) as CSSResultOrNative[])];
}
