export * from './errors.js';
export * from './from-callback.js';
export * from './live/index.js';
export { requestFault, type RequestFault } from './request-faults.js';
export * from './types.js';
