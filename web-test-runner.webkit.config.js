// The elements in WebKitGTK, which is Safari's engine.
import { findWebKit } from './tools/engines/webkit.mjs';
import { webkitLauncher } from './tools/engines/webkit-launcher.mjs';
import { base } from './tools/engines/wtr-base.mjs';

// The browser runs in the locale `C` of a bare machine, in which numbers have no separators: the page says how it reads.
const englishPage = (testFramework) =>
  `<!doctype html><html lang="en-US"><body><script type="module" src="${testFramework}"></script></body></html>`;

export default {
  ...base,
  testFramework: { config: { timeout: 30_000 } },
  testRunnerHtml: englishPage,
  files: ['test/browser/**/*.test.ts', '!test/browser/**/*.chromium.test.ts'],
  browsers: [webkitLauncher(findWebKit())],
};
