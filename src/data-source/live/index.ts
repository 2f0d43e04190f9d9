export * from './collection.js';
export { defaultEnvironment, type LiveEnvironment } from './environment.js';
