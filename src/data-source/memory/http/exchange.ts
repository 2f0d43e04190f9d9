import type { ResourceType } from '../../../model/resources.js';
import type { MemoryCluster } from '../cluster.js';
import type { MemoryDataSource } from '../source.js';

/** One request, and what is needed to answer it. */
export interface ServerExchange {
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly cluster: MemoryCluster;
  /** With the rights of whoever asks. */
  readonly source: MemoryDataSource;
  /** What the cluster may serve. */
  readonly types: readonly ResourceType[];
  readonly now: () => number;
}

/** The types that are installed at the moment. */
export function servedTypes({ types, cluster }: ServerExchange): ResourceType[] {
  return types.filter((type) => cluster.faults.serves(type));
}
