/** The in-memory cluster: the embedded data source, and the test double of a real one. */
export type { AccessRule } from './access.js';
export { SERVER_RULES } from '../../model/server-rules.js';
export type { Webhooks } from './admission.js';
export type { Probe } from './backend-check.js';
export { MemoryCluster } from './cluster.js';
export { FaultInjector } from './faults.js';
export type { FaultOptions, Hold, RequestFilter, RequestInfo, Undo } from './requests.js';
export type { MemoryClusterOptions, OperatorOptions } from './options.js';
export { CLEANUP_FINALIZER } from './operator.js';
export type { Scheduler } from './scheduler.js';
export { MemoryDataSource } from './source.js';
export { statusOf, type FailureStatus } from './status.js';
