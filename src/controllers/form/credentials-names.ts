import { toDataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import { SECRETS } from '../../model/resources.js';

/** The names of the Secrets in a namespace. Only metadata is asked for: no value ever leaves the cluster for this. */
export class SecretNames {
  #of: { source: DataSource; namespace: string; abort: AbortController } | undefined;
  #names: readonly string[] | undefined;
  #denied = false;

  constructor(private readonly onChange: () => void) {}

  /** Undefined while they are not known. */
  get names(): readonly string[] | undefined {
    return this.#names;
  }

  /** The user may not list them. */
  get denied(): boolean {
    return this.#denied;
  }

  /** Lists them once for each namespace. */
  want(source: DataSource | undefined, namespace: string): void {
    if (this.#of?.source === source && this.#of?.namespace === namespace) return;
    this.forget();
    if (source && namespace !== '') void this.#list(source, namespace);
  }

  forget(): void {
    this.#of?.abort.abort();
    this.#of = undefined;
    this.#names = undefined;
    this.#denied = false;
  }

  async #list(source: DataSource, namespace: string): Promise<void> {
    const of = { source, namespace, abort: new AbortController() };
    this.#of = of;
    let names: readonly string[] | undefined;
    let denied = false;
    try {
      const { items } = await source.list(SECRETS, { namespace, metadataOnly: true, signal: of.abort.signal });
      names = items.map(({ metadata }) => metadata?.name ?? '').toSorted();
    } catch (thrown) {
      denied = toDataSourceError(thrown).code === 'forbidden'; // The name can still be typed.
    }
    if (this.#of !== of) return;
    this.#names = names;
    this.#denied = denied;
    this.onChange();
  }
}
