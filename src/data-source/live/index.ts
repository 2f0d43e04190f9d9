export * from './collection.js';
export { defaultEnvironment, type LiveEnvironment, type LivePage } from './environment.js';
export type { LiveChange } from './objects.js';
export { leaseCollection, type CollectionLease } from './shared.js';
export type { LiveState, LiveStatus } from './status.js';
