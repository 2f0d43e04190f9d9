// `npm run visual`: every story in light and dark against its committed picture, in one pinned set-up. What differs is
// written to test/visual/differences. `npm run visual -- --update` takes new pictures; `-- part-of-an-id` looks at some.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEntry, serveStorybook, storybookEntries } from '../../tools/catalogue/storybook.mjs';
import { applyVariant } from '../../tools/catalogue/variants.mjs';
import { frozenPage, VIEWPORT } from './frozen-page.mjs';
import { launchPinnedBrowser } from './pinned-browser.mjs';
import { compare, decode, read, TOLERATED_PIXELS, write } from './png.mjs';

const folder = (name) => fileURLToPath(new URL(`./${name}/`, import.meta.url));
const baselines = folder('baselines');
const differences = folder('differences');
const SCHEMES = ['light', 'dark'];
/** Stories that say so are not pictured: what they show is not ours, or is never twice the same. */
const UNPICTURED = 'unpictured';

const isUpdate = process.argv.includes('--update');
const option = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));

const running = option('url');
const { url, close } = running ? { url: running, close: () => {} } : await serveStorybook();
const stories = (await storybookEntries(url)).filter(
  ({ type, tags }) => type === 'story' && !tags.includes(UNPICTURED),
);
const chosen = stories.filter(({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)));

rmSync(differences, { recursive: true, force: true });
mkdirSync(differences, { recursive: true });
mkdirSync(baselines, { recursive: true });

/** What is on the screen: a story that has led the focus further down is seen there. */
async function picture(page) {
  const { height, y } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight, y: scrollY }));
  const bytes = await page.screenshot({
    clip: { x: 0, y, width: VIEWPORT.width, height: Math.min(height, VIEWPORT.height) },
    captureBeyondViewport: false,
  });
  return decode(bytes);
}

/** The picture once it has been the same twice. */
async function stillPicture(page) {
  let before = await picture(page);
  for (let tries = 0; tries < 20; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await picture(page);
    if (compare(before, now).pixels === 0) return now;
    before = now;
  }
  return before;
}

function judge(name, shown) {
  const file = path.join(baselines, `${name}.png`);
  if (isUpdate) {
    // A picture that is as good as the stored one is not written again: a repository keeps every version.
    if (!existsSync(file) || compare(read(file), shown).pixels > 0) write(file, shown);
    return undefined;
  }
  if (!existsSync(file)) return 'it has no picture: npm run visual -- --update';
  const { pixels, why, picture: where } = compare(read(file), shown);
  if (pixels <= TOLERATED_PIXELS) return undefined;
  write(path.join(differences, `${name}.png`), shown);
  if (where) write(path.join(differences, `${name}.difference.png`), where);
  return why;
}

const browser = await launchPinnedBrowser();
const left = [...chosen];
let failed = 0;
async function work() {
  let { page, client, listener } = await frozenPage(browser);
  for (let story = left.shift(); story; story = left.shift()) {
    const faults = [];
    try {
      await applyVariant(page, client, { viewport: VIEWPORT });
      await page.evaluate(() => globalThis.restartClock?.());
      faults.push(...(await openEntry(page, url, story)), ...listener.take());
      for (const scheme of faults.length > 0 ? [] : SCHEMES) {
        await applyVariant(page, client, { viewport: VIEWPORT, dark: scheme === 'dark' });
        const fault = judge(`${story.id}.${scheme}`, await stillPicture(page));
        if (fault) faults.push(`${scheme}: ${fault}`);
      }
    } catch (error) {
      faults.push(`it could not be pictured: ${error.message}`);
      // A page that has gone takes no other story with it.
      ({ page, client, listener } = await frozenPage(browser));
    }
    if (faults.length > 0) failed++;
    console.log(
      `${faults.length > 0 ? 'FAIL' : 'ok  '} ${story.id}${faults.map((fault) => `\n       ${fault}`).join('')}`,
    );
  }
}
await Promise.all([work(), work()]);
await browser.close();
close();

if (wanted.length === 0) {
  const names = new Set(stories.flatMap(({ id }) => SCHEMES.map((scheme) => `${id}.${scheme}.png`)));
  for (const file of readdirSync(baselines).filter((one) => !names.has(one))) {
    if (isUpdate) rmSync(path.join(baselines, file));
    else {
      failed++;
      console.log(`FAIL ${file} is the picture of no story`);
    }
  }
}
console.log(
  failed > 0
    ? `${failed} stories look different. See test/visual/differences; if it is meant: npm run visual -- --update`
    : `${chosen.length} stories look as they should.`,
);
process.exit(failed > 0 ? 1 : 0);
