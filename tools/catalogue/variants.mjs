// The conditions under which every story has to hold. Each names what the page is like, and which checks make sense in it.
const DESKTOP = { width: 1280, height: 1024 };

/**
 * `scope` is what is checked: everything, or only what can differ from a variant in which everything was checked.
 *
 * @typedef {object} Variant
 * @property {string} name
 * @property {{ width: number, height: number }} viewport
 * @property {'all' | 'colours' | 'layout'} [scope]
 * @property {boolean} [dark]
 * @property {boolean} [forced] The system's colours.
 * @property {boolean} [rtl]
 * @property {boolean} [spacing] WCAG 1.4.12.
 * @property {boolean} [focus] The focus of the keyboard is checked as well.
 */

/** @type {readonly Variant[]} */
export const VARIANTS = [
  { name: 'light', viewport: DESKTOP, scope: 'all' },
  { name: 'dark', viewport: DESKTOP, scope: 'colours', dark: true },
  // 200 % and 400 % of 1280 by 1024: WCAG 1.4.4 and 1.4.10. What folds away on small pages is checked as a whole.
  { name: 'zoom 200 %', viewport: { width: 640, height: 512 }, scope: 'layout' },
  { name: 'zoom 400 %', viewport: { width: 320, height: 256 }, scope: 'all' },
  { name: 'right to left', viewport: DESKTOP, scope: 'layout', rtl: true },
  { name: 'text spacing', viewport: DESKTOP, scope: 'layout', spacing: true },
  // The focus comes last: elements answer to it, with a reason that opens or an error that appears.
  { name: 'forced colours', viewport: DESKTOP, scope: 'colours', forced: true, focus: true },
  { name: 'light, with the focus', viewport: DESKTOP, focus: true },
];

/** Applies a variant to a page that shows a story, without rendering the story again. Motion is reduced in all of them. */
export async function applyVariant(page, client, { viewport, dark, forced, rtl, spacing }) {
  await client.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await page.setViewport(viewport);
  await page.evaluate(
    ({ scheme, direction, spaced }) => {
      const { style } = document.documentElement;
      document.documentElement.dir = direction;
      // The catalogue's page changes its colours as its host would: stories/support/look.ts.
      dispatchEvent(new CustomEvent('catalogue-scheme', { detail: scheme }));
      style.lineHeight = spaced ? '1.5' : '';
      style.letterSpacing = spaced ? '0.12em' : '';
      style.wordSpacing = spaced ? '0.16em' : '';
      // Two frames: observers of sizes answer in the first, elements render in the second.
      return new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30))),
      );
    },
    { scheme: dark ? 'dark' : 'light', direction: rtl ? 'rtl' : 'ltr', spaced: Boolean(spacing) },
  );
}
