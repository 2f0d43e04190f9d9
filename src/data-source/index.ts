export * from './errors.js';
export * from './from-callback.js';
export * from './live/index.js';
export * from './types.js';
