// A page in which time stands still: the clock is stopped, nothing moves, no caret blinks.
import { listenForFaults } from '../../tools/catalogue/storybook.mjs';

export const VIEWPORT = { width: 1000, height: 700 };
/** A little after the samples' own time. Timers run as ever: only what the clock says does not change. */
const NOW = Date.parse('2026-08-20T12:34:56Z');

export async function frozenPage(browser) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport(VIEWPORT);
  await page.emulateTimezone('UTC');
  const client = await page.createCDPSession();
  await client.send('Emulation.setLocaleOverride', { locale: 'en-GB' });
  await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.evaluateOnNewDocument((now) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length > 0 ? given : [now]));
      }
      static now() {
        return now;
      }
    };
    // Shadow roots inherit it.
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.caretColor = 'transparent'));
  }, NOW);
  return { page, client, listener: listenForFaults(page) };
}
