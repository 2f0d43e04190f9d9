import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dataSourceContext } from '../controllers/data-source-context.js';
import type { DataSource } from '../data-source/types.js';
import { en, type Messages } from '../locales/index.js';

/** What every element of this library has in common: where its objects come from, its language, its clock. */
export abstract class BackupStorageElement extends LitElement {
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  @property({ attribute: false }) dataSource: DataSource | undefined;

  /** BCP 47 tag for dates and numbers; without it, the browser's own. */
  @property() locale = '';

  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private inherited: DataSource | undefined;

  /** @internal */
  protected readonly messages: Messages = en;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: dataSourceContext,
      subscribe: true,
      callback: (source) => {
        this.inherited = source;
      },
    });
  }

  /** The data source in use. @internal */
  protected get source(): DataSource | undefined {
    return this.dataSource ?? this.inherited;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.feed();
  }

  /** Hands the element's properties to its controller: called before each render. @internal */
  protected abstract feed(): void;

  /** Switches a `:state()` that hosts can style by. @internal */
  protected toggleState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  readonly #internals = this.attachInternals();
}
