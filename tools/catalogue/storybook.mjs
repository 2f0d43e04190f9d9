// The built Storybook as a test sees it: served on a free port, its entries, and a story opened and played to its end.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const PATIENCE_MS = 180_000;

/** Resolves with its URL, and how to stop it. */
export async function serveStorybook() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(root, pathname === '/' ? 'index.html' : decodeURIComponent(pathname));
    if (!file.startsWith(root) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    // The page is reused for every story: what it has loaded once it need not load again.
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=3600',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Every story and docs page, in the order of the side bar. */
export async function storybookEntries(url) {
  return Object.values((await (await fetch(`${url}/index.json`)).json()).entries);
}

/** What goes wrong in a page from now on, as sentences; `take` empties the list. */
export function listenForFaults(page) {
  let faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // A play function that fails is told here only: the story stays on the screen.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url?.endsWith('/favicon.ico')) faults.push(message.text());
  });
  return {
    take() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}

/**
 * Opens a story or a docs page, waits until its play function has ended, and returns what went wrong. A page that shows a
 * story of the same file already goes on to the next as the side bar does, which is much quicker than loading it anew.
 */
export async function openEntry(page, url, { id, type, title }) {
  const faults = [];
  const story = type === 'story';
  const isNear = story && (await page.evaluate((wanted) => globalThis.shownTitle === wanted, title));
  if (isNear)
    await page.evaluate((storyId) => {
      const { channel } = globalThis.__STORYBOOK_PREVIEW__;
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, id);
  else await page.goto(`${url}/iframe.html?id=${id}&viewMode=${story ? 'story' : 'docs'}`, { timeout: PATIENCE_MS });
  try {
    await page.waitForFunction(
      (wanted, isStory) => {
        const shown = document.body.className;
        if (/sb-show-(errordisplay|nopreview)/.test(shown)) return true;
        if (!isStory) return shown.includes('sb-show-main');
        // Storybook reports a play function's end on its channel.
        const { currentRender } = globalThis.__STORYBOOK_PREVIEW__ ?? {};
        return currentRender?.id === wanted && /finished|errored|aborted/.test(currentRender.phase);
      },
      { timeout: PATIENCE_MS },
      id,
      story,
    );
  } catch {
    faults.push('it did not finish rendering');
  }
  const shown = await page.evaluate(() => document.body.className);
  if (!shown.includes('sb-show-main'))
    faults.push((await page.$eval('#error-message', (one) => one.textContent)) || shown);
  const unknown = await page.$$eval('#storybook-root :not(:defined)', (found) => found.map((one) => one.localName));
  if (unknown.length > 0) faults.push(`not registered: ${unknown.join(', ')}`);
  // What has failed may have left something behind: the next story gets a page of its own.
  await page.evaluate((wanted) => (globalThis.shownTitle = wanted), story && faults.length === 0 ? title : undefined);
  return faults;
}
