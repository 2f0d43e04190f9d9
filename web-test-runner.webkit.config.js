// The elements in WebKitGTK, which is Safari's engine.
import { findWebKit } from './tools/engines/webkit.mjs';
import { webkitLauncher } from './tools/engines/webkit-launcher.mjs';
import { base } from './tools/engines/wtr-base.mjs';

export default {
  ...base,
  testFramework: { config: { timeout: 30_000 } },
  files: ['test/browser/**/*.test.ts', '!test/browser/**/*.chromium.test.ts'],
  browsers: [webkitLauncher(findWebKit())],
};
