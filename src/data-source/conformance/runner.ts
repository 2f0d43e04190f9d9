import { ACCESS } from './access.js';
import { checkOn, type Check, type CheckResult } from './check.js';
import { FAILURES } from './failures.js';
import type { MakeHarness } from './harness.js';
import { READS } from './reads.js';
import { STREAMS } from './streams.js';
import { WATCHES } from './watches.js';
import { WRITES } from './writes.js';

/** `describe` and `it` of mocha, jest, vitest or node:test. */
export interface TestFramework {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: (this: unknown, ...args: never[]) => Promise<void>): unknown;
}

export type CheckOutcome =
  | (CheckResult & { readonly check: Check })
  | { readonly check: Check; readonly outcome: 'failed'; readonly error: unknown };

export interface ConformanceReport {
  readonly passed: number;
  readonly skipped: number;
  readonly failed: number;
  readonly outcomes: readonly CheckOutcome[];
}

/** Every check, for a runner of one's own. */
export function conformanceChecks(makeHarness: MakeHarness): Check[] {
  const all = [...READS, ...WATCHES, ...STREAMS, ...WRITES, ...FAILURES, ...ACCESS];
  return all.map((definition) => checkOn(definition, makeHarness));
}

/**
 * Checks that an adapter does what the elements rely on. With a test framework each check becomes a test, and those of
 * what the adapter does not have are skipped; without one the checks run, one after the other, and `report` hears of
 * each.
 *
 * @example
 * ```ts
 * import { overMemoryCluster, runConformance } from 'backupstorage-elements/data-source/conformance';
 *
 * // With mocha, jest, vitest or node:test
 * runConformance(overMemoryCluster((fetch) => myDataSource({ fetch })), { describe, it });
 *
 * // Without
 * const { failed } = await runConformance(makeHarness, (outcome) => console.log(outcome.check.name, outcome.outcome));
 * ```
 */
export function runConformance(makeHarness: MakeHarness, framework: TestFramework): void;
export function runConformance(
  makeHarness: MakeHarness,
  report?: (outcome: CheckOutcome) => void,
): Promise<ConformanceReport>;
export function runConformance(
  makeHarness: MakeHarness,
  how: TestFramework | ((outcome: CheckOutcome) => void) = () => {},
): void | Promise<ConformanceReport> {
  const checks = conformanceChecks(makeHarness);
  return typeof how === 'function' ? runAll(checks, how) : registerAll(checks, how);
}

function registerAll(checks: readonly Check[], { describe, it }: TestFramework): void {
  for (const group of new Set(checks.map((check) => check.group)))
    describe(group, () => {
      for (const check of checks.filter((each) => each.group === group))
        // No parameter is declared: mocha would take it for a callback.
        it(check.name, async function (this: unknown, ...args: unknown[]) {
          const result = await check.run();
          if (result.outcome === 'skipped') skip(result.reason, this, ...args);
        });
    });
}

/** mocha has `this.skip()`; vitest and node:test hand the test a context. */
function skip(reason: string, ...contexts: readonly unknown[]): void {
  for (const context of contexts) {
    const own = (context as { skip?: unknown } | undefined)?.skip;
    if (typeof own === 'function') return void own.call(context, reason);
  }
}

async function runAll(checks: readonly Check[], report: (outcome: CheckOutcome) => void): Promise<ConformanceReport> {
  const outcomes: CheckOutcome[] = [];
  for (const check of checks) {
    const outcome = await check.run().then(
      (result): CheckOutcome => ({ check, ...result }),
      (error: unknown): CheckOutcome => ({ check, outcome: 'failed', error }),
    );
    outcomes.push(outcome);
    report(outcome);
  }
  const count = (kind: CheckOutcome['outcome']): number => outcomes.filter(({ outcome }) => outcome === kind).length;
  return { passed: count('passed'), skipped: count('skipped'), failed: count('failed'), outcomes };
}
