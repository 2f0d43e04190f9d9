import { withoutBookkeeping } from '../../model/metadata.js';
import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { requestFault } from '../request-faults.js';
import type { DataSource, ListOptions, ListPage } from '../types.js';
import { withDeadline } from './deadline.js';
import type { LiveEnvironment } from './environment.js';

/** Objects asked for at a time: what kubectl uses. */
const PAGE_SIZE = 500;

export interface WholeList<T> {
  items: readonly T[];
  resourceVersion: string;
}

/** Every page of a list, without what only a manifest view needs. `onPage` gets each page that is not the last. */
export async function listAll<T extends KubernetesObject>(
  { source, environment }: { source: DataSource; environment: LiveEnvironment },
  type: ResourceType,
  scope: Pick<ListOptions, 'namespace' | 'labelSelector' | 'fieldSelector'>,
  signal: AbortSignal,
  onPage: (items: readonly T[]) => void,
): Promise<WholeList<T>> {
  const all: T[] = [];
  let token: string | undefined;
  for (;;) {
    const asked = { ...scope, limit: PAGE_SIZE, ...(token === undefined ? {} : { continue: token }) };
    const page: ListPage<T> = await withDeadline(environment, signal, (inner) =>
      source.list<T>(type, { ...asked, signal: inner }),
    );
    const items = page.items.map(withoutBookkeeping);
    for (const item of items) all.push(item);
    if (!page.continue) return { items: all, resourceVersion: page.resourceVersion };
    if (page.continue === token) throw requestFault('endless-list');
    token = page.continue;
    onPage(items);
  }
}
