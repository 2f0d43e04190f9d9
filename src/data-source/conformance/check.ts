import type { MemoryCluster } from '../memory/index.js';
import type { DataSource } from '../types.js';
import { fail } from './assert.js';
import type { ConformanceHarness, ConformanceSetup, ConformanceWire, Loss, MakeHarness } from './harness.js';

export type CheckResult = { readonly outcome: 'passed' } | { readonly outcome: 'skipped'; readonly reason: string };

/** One thing that every adapter must do. */
export interface Check {
  /** What it is about: a heading. */
  readonly group: string;
  readonly name: string;
  /** Rejects when the adapter does not do it. */
  run(): Promise<CheckResult>;
}

/** A check before it is given a harness. */
export interface CheckDefinition {
  readonly group: string;
  readonly name: string;
  readonly setup: ConformanceSetup;
  readonly body: (context: CheckContext) => Promise<void>;
}

/** Collects the checks of one group. */
export function checksOf(group: string): {
  definitions: CheckDefinition[];
  check: (name: string, setup: ConformanceSetup, body: (context: CheckContext) => Promise<void>) => void;
} {
  const definitions: CheckDefinition[] = [];
  return { definitions, check: (name, setup, body) => void definitions.push({ group, name, setup, body }) };
}

class Skip extends Error {}

/**
 * Longer than anything here takes, a thousand watches through a proxy on a busy machine included: a call that never comes
 * back is a failure with words.
 */
const TIME_LIMIT_MS = 30_000;

/** What a check has at hand. Asking for what the adapter or its harness does not have skips the check. */
export class CheckContext {
  constructor(private readonly harness: ConformanceHarness) {}

  get source(): DataSource {
    return this.harness.source;
  }

  put: ConformanceHarness['put'] = (object) => this.harness.put(object);
  remove: ConformanceHarness['remove'] = (type, key) => this.harness.remove(type, key);

  /** An optional method of the data source. */
  method<Name extends keyof DataSource>(name: Name): NonNullable<DataSource[Name]> {
    const method = this.harness.source[name];
    if (method === undefined) return this.skip(`the data source has no ${name}()`);
    return (method as (...args: unknown[]) => unknown).bind(this.harness.source) as NonNullable<DataSource[Name]>;
  }

  get cluster(): MemoryCluster {
    return this.harness.cluster ?? this.skip('the harness has no in-memory cluster');
  }

  get wire(): ConformanceWire {
    return this.harness.wire ?? this.skip('the adapter sends no requests that the harness sees');
  }

  /** Skips the check when the host loses what it is about. */
  needs(what: Loss): void {
    if (this.harness.loses?.includes(what)) this.skip(`the host loses it: ${what}`);
  }

  skip(reason: string): never {
    throw new Skip(reason);
  }
}

/** The check on harnesses of this kind. */
export function checkOn({ group, name, setup, body }: CheckDefinition, makeHarness: MakeHarness): Check {
  return {
    group,
    name,
    async run() {
      const harness = await makeHarness(setup);
      if ('skip' in harness) return { outcome: 'skipped', reason: harness.skip };
      try {
        await limited(body(new CheckContext(harness)));
        return { outcome: 'passed' };
      } catch (thrown) {
        if (thrown instanceof Skip) return { outcome: 'skipped', reason: thrown.message };
        throw thrown;
      } finally {
        await harness.dispose?.();
      }
    },
  };
}

async function limited(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      try {
        fail(`It was not done after ${TIME_LIMIT_MS / 1000} seconds.`);
      } catch (failure) {
        reject(failure as Error);
      }
    }, TIME_LIMIT_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
