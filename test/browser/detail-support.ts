/** What the tests of the detail page share. */
import '../../src/define/backupstorage-detail.js';
import type { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { mount, rootOf, seenText, until } from './support.js';

/** The detail page of `<namespace>/<name>`. */
export async function detailOf(cluster: MemoryCluster, key: string, properties: Partial<BackupStorageDetail> = {}) {
  const [namespace = '', name = ''] = key.split('/');
  return mount<BackupStorageDetail>('backupstorage-detail', {
    dataSource: cluster.dataSource(),
    namespace,
    name,
    ...properties,
  });
}

/** Waits until both tables stand still: with rows, or with the words that there are none. */
export async function settled(detail: BackupStorageDetail) {
  await until(() => {
    const text = seenText(rootOf(detail));
    return text.includes('Basic') && !text.includes('Loading');
  }, 'both tables');
  return detail;
}

/** The facts of the Basic section by their terms. */
export function factsOf(detail: BackupStorageDetail): Record<string, string> {
  const pairs = [...rootOf(detail).querySelectorAll('dl > div')].map((pair) => [...pair.children].map(seenText));
  return Object.fromEntries(pairs) as Record<string, string>;
}
