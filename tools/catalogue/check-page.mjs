// Puts the checks into a page and runs them there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const bundled = await build({
  entryPoints: [fileURLToPath(new URL('./checks/index.mjs', import.meta.url))],
  bundle: true,
  format: 'iife',
  globalName: 'catalogueChecks',
  footer: { js: 'globalThis.catalogueChecks = catalogueChecks;' },
  write: false,
});

/** Names of controls are the browser's own answer. */
export const CHECK_ARGS = ['--enable-blink-features=ComputedAccessibilityInfo'];

/** Once for each document; a second time does nothing. */
export async function prepareChecks(page) {
  if (await page.evaluate(() => 'catalogueChecks' in globalThis)) return;
  await page.evaluate(axe);
  await page.evaluate(bundled.outputFiles[0].text);
}

/**
 * Everything that is wrong below the element that the selector names, in the page's present state: `all` there is to
 * check, or only what changes with the `colours` of a page, or with its `layout`.
 */
export const checkPage = (page, selector, scope = 'all') =>
  page.evaluate(
    (wanted, what) => globalThis.catalogueChecks.check(document.querySelector(wanted), what),
    selector,
    scope,
  );

/** The same for the focus of the keyboard. */
export async function checkFocus(page, selector) {
  await page.keyboard.press('Tab');
  return page.evaluate((wanted) => globalThis.catalogueChecks.checkFocus(document.querySelector(wanted)), selector);
}

/** The parts and states that are on the page, by tag. */
export const shownNames = (page, selector, states) =>
  page.evaluate(
    (wanted, names) => globalThis.catalogueChecks.shownNames(document.querySelector(wanted), names),
    selector,
    states,
  );
