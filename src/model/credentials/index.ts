export * from './aws.js';
export * from './azure.js';
export * from './pem.js';
export * from './secret-contents.js';
export * from './service-account.js';
export * from './text-file.js';
export * from './whitespace.js';
