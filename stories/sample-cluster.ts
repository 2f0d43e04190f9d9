import { MemoryCluster, type MemoryClusterOptions } from '../src/data-source/memory/index.js';
import { sampleObjects, SAMPLE_TIME } from '../src/samples/index.js';

/** The sample cluster, its clock stopped: ages read the same today and in a year. */
export function sampleCluster(options: MemoryClusterOptions = {}): MemoryCluster {
  return new MemoryCluster({
    objects: sampleObjects(),
    now: () => SAMPLE_TIME,
    operator: { delayMs: 400 },
    ...options,
  });
}

export const sampleNow = (): number => SAMPLE_TIME;
