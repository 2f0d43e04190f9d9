// The elements in Firefox. What is not the DOM is the engine's own language, and tested in Node and Chromium.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findFirefox, firefoxOptions, withSizes } from './tools/engines/firefox.mjs';
import { base } from './tools/engines/wtr-base.mjs';

/** Firefox tells only the tab in front of a field that was left. */
async function frontPage({ context }) {
  const page = withSizes(await context.newPage());
  await page.bringToFront();
  return page;
}

// Behind the last field of a page Tab goes on to the browser's own buttons, and Firefox then tells the page of no focus at
// all until it is clicked. So there is always one more thing to go to, outside of the body, where it is in no test's way.
const pageWithAnEnd = (testFramework) => `<!doctype html>
<html lang="en">
  <body>
    <script>
      const end = document.createElement('div');
      end.tabIndex = 0;
      end.style.cssText = 'position: fixed; pointer-events: none';
      document.documentElement.append(end);
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;

export default {
  ...base,
  testFramework: { config: { timeout: 30_000 } },
  testRunnerHtml: pageWithAnEnd,
  files: ['test/browser/**/*.test.ts', '!test/browser/**/*.chromium.test.ts'],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: firefoxOptions(findFirefox()),
      createPage: frontPage,
      concurrency: 1,
    }),
  ],
};
