import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { DataSourceError, toDataSourceError } from '../errors.js';
import type { AccessQuery, WatchOptions, WriteOptions, WriteResult } from '../types.js';
import type { AccessTable } from './access.js';
import type { FaultInjector } from './faults.js';
import type { Pages } from './pages.js';
import { isWrite, unreachable, type RequestInfo } from './requests.js';
import type { SchemaChecks } from './schema-checks.js';
import { methodNotAllowed, unservedType } from './status.js';
import type { Bucket, Store } from './store.js';
import type { WatchStream } from './watch.js';
import type { Writes, Written } from './writes.js';

/** What a data source needs of its cluster. */
export interface Backstage {
  readonly store: Store;
  readonly faults: FaultInjector;
  readonly pages: Pages;
  readonly writes: Writes;
  /** The schema machinery, loaded at the first call that needs it. */
  schemas(): Promise<typeof import('./schema-checks.js')>;
  checksOf(type: ResourceType): Promise<SchemaChecks>;
  openWatch(bucket: Bucket, options: WatchOptions, request: RequestInfo, onClose: () => void): WatchStream;
  observe(request: RequestInfo): void;
}

/** What a request is about. */
export interface RequestParts {
  verb: RequestInfo['verb'];
  type?: ResourceType;
  namespace?: string | undefined;
  name?: string | undefined;
  dryRun?: boolean | undefined;
}

/** What every request of one user goes through, in the server's order: connection, authentication, rights, routing. */
export class Gate {
  constructor(
    readonly cluster: Backstage,
    readonly access: AccessTable,
  ) {}

  /** Completes what observers and faults see of a request. */
  request({ verb, type, namespace, name, dryRun }: RequestParts): RequestInfo {
    return {
      verb,
      ...(type === undefined ? {} : { type }),
      namespace: type?.namespaced === false ? '' : (namespace ?? ''),
      name: name ?? '',
      user: this.access.user,
      dryRun: dryRun ?? false,
    };
  }

  /** Carries out a request that is about no type in particular, and needs no rights. */
  async pass<R>(parts: RequestParts, signal: AbortSignal | undefined, act: () => R | Promise<R>): Promise<R> {
    const request = this.request(parts);
    return this.#carryOut(request, signal, async () => act());
  }

  /** Carries out a request for a type. `act` is not called unless the user may and the cluster serves the type. */
  enter<R>(
    parts: RequestParts & { type: ResourceType },
    signal: AbortSignal | undefined,
    act: (bucket: Bucket) => R | Promise<R>,
  ): Promise<R> {
    const request = this.request(parts);
    return this.#carryOut(request, signal, async () => act(this.#admit(request, parts)));
  }

  /** Carries out a write: as {@link enter}, with the type's schema at hand. */
  write<T extends KubernetesObject>(
    parts: RequestParts & { type: ResourceType },
    options: WriteOptions,
    act: (bucket: Bucket, checks: SchemaChecks) => Written,
  ): Promise<WriteResult<T>> {
    return this.enter({ ...parts, dryRun: options.dryRun }, options.signal, async (bucket) => {
      // Objects of namespaced types have no URL without a namespace.
      if (bucket.type.namespaced && !parts.namespace) throw methodNotAllowed();
      const checks = await this.cluster.checksOf(bucket.type);
      // Loading the schema took time. From here to the store nothing waits any more.
      if (options.signal?.aborted) throw aborted(options.dryRun ? undefined : 'unknown');
      const { object, warnings } = act(bucket, checks);
      return { object: object as T, warnings };
    });
  }

  async #carryOut<R>(request: RequestInfo, signal: AbortSignal | undefined, act: () => Promise<R>): Promise<R> {
    const checkAborted = (outcome: 'unknown' | 'not-applied'): void => {
      if (signal?.aborted) throw aborted(isWrite(request) ? outcome : undefined);
    };
    checkAborted('not-applied');
    try {
      this.cluster.observe(request);
      const { loseAnswer } = await this.cluster.faults.pass(request, signal);
      // The client cannot know how far a request got that was on its way.
      checkAborted('unknown');
      const answer = await act();
      if (loseAnswer) throw unreachable(isWrite(request) ? 'unknown' : undefined);
      if (!isWrite(request)) checkAborted('unknown');
      return answer;
    } catch (thrown) {
      throw toDataSourceError(thrown);
    }
  }

  #admit(request: RequestInfo, { type }: { type: ResourceType }): Bucket {
    const { namespace, name } = request;
    const verb = (request.verb === 'apply' ? 'patch' : request.verb) as AccessQuery['verb'];
    this.access.check({ verb, type, namespace, name });
    const bucket = this.cluster.faults.serves(type) ? this.cluster.store.bucket(type) : undefined;
    if (!bucket) throw unservedType();
    return bucket;
  }
}

function aborted(outcome: 'unknown' | 'not-applied' | undefined): DataSourceError {
  return new DataSourceError('aborted', 'The request was aborted.', { outcome });
}
