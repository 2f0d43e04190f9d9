// Chromium: the pure floors and the elements. The other engines: web-test-runner.firefox.config.js, …webkit.config.js.
import { chromeLauncher } from '@web/test-runner-chrome';
import { base } from './tools/engines/wtr-base.mjs';
import { browserArgs, findBrowser } from './tools/find-browser.mjs';

/** A page that has the focus whatever else the browser shows: else fields are left without a `blur`. */
async function focusedPage({ context }) {
  const page = await context.newPage();
  await (await page.createCDPSession()).send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

export default {
  ...base,
  files: ['test/unit/**/*.test.ts', 'test/browser/**/*.test.ts'],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await findBrowser(), args: browserArgs },
      createPage: focusedPage,
      concurrency: 1,
    }),
  ],
};
