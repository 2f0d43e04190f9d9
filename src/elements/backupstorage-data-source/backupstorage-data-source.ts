import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dataSourceContext } from '../../controllers/data-source-context.js';
import { DataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import { BackupStorageErrorEvent } from '../error-event.js';

const INPUTS = ['dataSource', 'kind', 'baseUrl', 'samples', 'now'] as const;

/**
 * Supplies a data source to every element of this library inside it, from plain HTML.
 *
 * @example
 * ```html
 * <backupstorage-data-source kind="kubernetes" base-url="/api/kubernetes">
 *   <backupstorage-list></backupstorage-list>
 * </backupstorage-data-source>
 * ```
 *
 * @tag backupstorage-data-source
 * @summary Gives the elements inside it their data source.
 * @status beta
 *
 * @event {BackupStorageErrorEvent} backupstorage-error - The adapter could not be loaded. Fields: `error`, a `DataSourceError`.
 *
 * @slot - The elements that use the data source, at any depth.
 */
export class BackupStorageDataSource extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /**
   * Which data source to make when `dataSource` is not set: `kubernetes` speaks to a Kubernetes API below `base-url`
   * with the page's own cookies, `memory` is a cluster inside the page.
   */
  @property() kind: 'kubernetes' | 'memory' | undefined;

  /** Where a Kubernetes API is served, same-origin, such as `/k8s/clusters/c-1`. */
  @property({ attribute: 'base-url' }) baseUrl = '';

  /** For `memory`: start with the sample objects, so that there is something to see. */
  @property({ type: Boolean }) samples = false;

  /** A data source made by the host; it takes precedence over `kind`. */
  @property({ attribute: false }) dataSource: DataSource | undefined;

  /** For `memory`: the cluster's clock, in milliseconds since the epoch. The samples' ages are reckoned from it. */
  @property({ attribute: false }) now: () => number = Date.now;

  readonly #context = new ContextProvider(this, { context: dataSourceContext });
  #turn = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (INPUTS.some((name) => changed.has(name))) void this.#provide();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  async #provide(): Promise<void> {
    this.#turn++;
    if (this.dataSource || !this.kind) {
      this.#context.setValue(this.dataSource);
      return;
    }
    const turn = this.#turn;
    try {
      const made =
        this.kind === 'memory' ? await memorySource(this.samples, this.now) : await kubernetesSource(this.baseUrl);
      // The properties may have changed while the adapter was loading. Nothing is disposed: collections of a source that
      // nobody uses any more end by themselves.
      if (turn === this.#turn) this.#context.setValue(made);
    } catch (thrown) {
      const message = `The ${this.kind} data source could not be loaded.`;
      this.dispatchEvent(new BackupStorageErrorEvent(new DataSourceError('unreachable', message, { cause: thrown })));
    }
  }
}

// Loaded when asked for: a page carries only the adapter that it uses.
async function memorySource(samples: boolean, now: () => number): Promise<DataSource> {
  const { MemoryCluster } = await import('../../data-source/memory/index.js');
  const objects = samples ? (await import('../../samples/index.js')).sampleObjects({ now: now() }) : [];
  return new MemoryCluster({ objects, now }).dataSource();
}

async function kubernetesSource(baseUrl: string): Promise<DataSource> {
  const { kubernetesOverFetch } = await import('../../data-source/kubernetes.js');
  return kubernetesOverFetch({ baseUrl });
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-data-source': BackupStorageDataSource;
  }
}
