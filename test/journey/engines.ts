/** The three engines, each behind the few methods that a journey needs. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { findFirefox, firefoxOptions, withSizes } from '../../tools/engines/firefox.mjs';
import { findWebKit, startWebKit } from '../../tools/engines/webkit.mjs';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';

const IN_PAGE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');
const SIZE = { width: 1280, height: 900 };

/** What a puppeteer page and ours over WebDriver have in common. */
export interface Driven {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  keyboard: {
    type(text: string): Promise<unknown>;
    press(key: never): Promise<unknown>;
    down(key: never): Promise<unknown>;
    up(key: never): Promise<unknown>;
  };
  mouse: {
    click(x: number, y: number): Promise<unknown>;
    move(x: number, y: number): Promise<unknown>;
  };
}

/** One browser with one page. */
export interface Engine {
  page: Driven;
  /** Whatever the page has said on its console, errors included; undefined where the engine keeps that to itself. */
  said: string[] | undefined;
  /** The files that were downloaded, by their names. */
  downloads(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** The expression that calls a function of in-page.js. */
export function inPage(call: string, ...args: readonly unknown[]): string {
  return `(() => { ${IN_PAGE}\nreturn ${call}(...${JSON.stringify(args)}); })()`;
}

async function withPuppeteer(options: LaunchOptions): Promise<Engine> {
  const downloadPath = await mkdtemp(join(tmpdir(), 'downloads-'));
  const firefox = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloadPath,
    'browser.download.alwaysOpenPanel': false,
  };
  const browser = await puppeteer.launch({
    ...options,
    ...(options.browser === 'firefox'
      ? { extraPrefsFirefox: firefox }
      : { downloadBehavior: { policy: 'allow', downloadPath } }),
  });
  const opened = await browser.newPage();
  const page = options.browser === 'firefox' ? withSizes(opened) : opened;
  await page.bringToFront();
  await page.setViewport(SIZE);
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.evaluateOnNewDocument(`{ ${IN_PAGE}\nwatchPolicy(); }`);
  return {
    page,
    said,
    async downloads() {
      const names = (await readdir(downloadPath)).filter((name) => !/\.(part|crdownload)$/.test(name));
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await readFile(join(downloadPath, name), 'utf8')])),
      );
    },
    async close() {
      await browser.close();
      await rm(downloadPath, { recursive: true });
    },
  };
}

async function withWebDriver(parts: NonNullable<ReturnType<typeof findWebKit>>): Promise<Engine> {
  const { page, close } = await startWebKit(parts);
  await page.setViewport(SIZE);
  return {
    page: {
      keyboard: page.keyboard,
      mouse: page.mouse,
      evaluate: (expression) => page.evaluate(expression),
      async goto(url) {
        await page.goto(url);
        await page.evaluate(inPage('watchPolicy'));
      },
    },
    said: undefined,
    downloads: () => Promise.resolve({}),
    close,
  };
}

/** How to start each engine; undefined where it is not installed and cannot be. */
export const ENGINES: Readonly<Record<string, () => Promise<Engine> | undefined>> = {
  Chromium: async () => withPuppeteer({ executablePath: await findBrowser(), args: browserArgs }),
  Firefox: () => {
    const path = findFirefox();
    return path === undefined ? undefined : withPuppeteer(firefoxOptions(path));
  },
  WebKitGTK: () => {
    const parts = findWebKit();
    return parts && withWebDriver(parts);
  },
};
