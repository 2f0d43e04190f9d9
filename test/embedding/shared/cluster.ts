/** Copied into each app: a cluster in the page, and how many watches are open on it. */
import type { KubernetesObject, WatchEvent } from 'backupstorage-elements';
import { MemoryCluster } from 'backupstorage-elements/data-source/memory';
import { sampleObjects } from 'backupstorage-elements/samples';

declare global {
  var openWatches: number;
}

globalThis.openWatches = 0;

async function* counted<T extends KubernetesObject>(stream: AsyncIterable<WatchEvent<T>>) {
  globalThis.openWatches++;
  try {
    yield* stream;
  } finally {
    globalThis.openWatches--;
  }
}

const memory = new MemoryCluster({ objects: sampleObjects({ now: Date.now() }) }).dataSource();
const watch = memory.watch.bind(memory);
memory.watch = (type, options) => counted(watch(type, options));

export const source = memory;
