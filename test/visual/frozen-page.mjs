// A page in which time stands still as long as a picture takes: nothing moves, no caret blinks.
import { listenForFaults } from '../../tools/catalogue/storybook.mjs';

export const VIEWPORT = { width: 1000, height: 700 };
/** A little after the samples' own time. */
const NOW = Date.parse('2026-08-20T12:34:55Z');
/**
 * The clock of a story begins at that time and goes on in steps of this length: what happens in the first of them happens
 * at the same second in every run, and what waits for time to pass sees it pass. Timers run as ever.
 */
const STEP_MS = 5_000;

export async function frozenPage(browser) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport(VIEWPORT);
  await page.emulateTimezone('UTC');
  const client = await page.createCDPSession();
  await client.send('Emulation.setLocaleOverride', { locale: 'en-GB' });
  await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.evaluateOnNewDocument(
    (start, step) => {
      const Real = Date;
      let begun = performance.now();
      globalThis.restartClock = () => (begun = performance.now());
      globalThis.Date = class extends Real {
        constructor(...given) {
          super(...(given.length > 0 ? given : [Date.now()]));
        }
        static now() {
          return start + Math.floor((performance.now() - begun) / step) * step;
        }
      };
      // Shadow roots inherit it.
      addEventListener('DOMContentLoaded', () => (document.documentElement.style.caretColor = 'transparent'));
    },
    NOW,
    STEP_MS,
  );
  return { page, client, listener: listenForFaults(page) };
}
