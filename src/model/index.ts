export * from './age.js';
export * from './buckets.js';
export * from './conditions.js';
export * from './default-storage.js';
export * from './directory.js';
export * from './endpoint.js';
export {
  checkSelector,
  isEmptySelector,
  matchesSelector,
  parseSelector,
  type LabelPredicate,
  type Labels,
  type SelectorFault,
} from './label-selector.js';
export * from './links.js';
export * from './metadata.js';
export * from './names.js';
export * from './providers.js';
export * from './references.js';
export * from './resources.js';
export * from './rows.js';
export * from './schedule.js';
export * from './server-rules.js';
export * from './size.js';
export * from './size-plot.js';
export * from './status.js';
export * from './target.js';
export type * from './types.js';
export * from './usage-policy.js';
export * from './volumes.js';
