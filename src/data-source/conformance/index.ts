/** What every data source must do, as checks for authors of adapters: `data-source/conformance`. */
export { ConformanceFailure } from './assert.js';
export type { Check, CheckResult } from './check.js';
export type {
  CannotSetUp,
  ConformanceHarness,
  ConformanceSetup,
  ConformanceWire,
  Loss,
  MakeHarness,
  WireRequest,
} from './harness.js';
export { ofMemoryCluster, overMemoryCluster, type Fetch, type OverMemoryOptions } from './over-memory.js';
export {
  conformanceChecks,
  runConformance,
  type CheckOutcome,
  type ConformanceReport,
  type TestFramework,
} from './runner.js';
export { serveMemoryCluster, type ServeOptions } from '../memory/http.js';
