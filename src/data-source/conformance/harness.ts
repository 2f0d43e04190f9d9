import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { AccessRule } from '../memory/access.js';
import type { MemoryCluster } from '../memory/index.js';
import type { DataSource, ObjectKey } from '../types.js';

/** What a check starts from: a backend that holds these objects, and the namespaces that they are in. */
export interface ConformanceSetup {
  readonly objects: readonly KubernetesObject[];
  /** The user's rights; absent means that everything is allowed. */
  readonly rules?: readonly AccessRule[];
}

/** One request that left the adapter. */
export interface WireRequest {
  readonly method: string;
  /** As the adapter wrote it. */
  readonly url: string;
  readonly headers: Headers;
  /** Empty when there was none. */
  readonly body: string;
}

/** The requests of an adapter that sends some, to be looked at and to be answered. */
export interface ConformanceWire {
  /** All so far, in order. */
  readonly requests: readonly WireRequest[];
  /** Answers requests in the backend's place; undefined passes one on. Answers how to stop that. */
  intercept(answer: (request: Request) => Response | Promise<Response> | undefined): () => void;
  /** What every URL has to begin with. */
  readonly prefix?: string;
  /** The header that a write must have, against cross-site request forgery. */
  readonly csrf?: { readonly name: string; readonly value: string };
}

/** What a host's own functions lose on the way, so that no adapter can have it. Checks of it are skipped. */
export type Loss = 'retry-after' | 'warnings-of-refusals' | 'openapi';

/** An adapter, and a hand on what is behind it. */
export interface ConformanceHarness {
  /** The adapter under test. */
  readonly source: DataSource;
  /** Creates or replaces an object behind the adapter's back, and answers it as it is stored. */
  put<T extends KubernetesObject>(object: T): T | Promise<T>;
  /** Removes an object behind the adapter's back. */
  remove(type: ResourceType, key: ObjectKey): unknown;
  /** The backend, when it is the in-memory cluster: checks with faults, pages and bookmarks need it. */
  readonly cluster?: MemoryCluster;
  readonly wire?: ConformanceWire;
  readonly loses?: readonly Loss[];
  /** Frees what the harness holds, after each check. */
  dispose?(): void | Promise<void>;
}

/** Why a backend cannot be set up as a check needs it: the check is skipped. */
export interface CannotSetUp {
  readonly skip: string;
}

/** Makes a fresh harness for each check. */
export type MakeHarness = (
  setup: ConformanceSetup,
) => ConformanceHarness | CannotSetUp | Promise<ConformanceHarness | CannotSetUp>;
