// A headless Chromium and the pages in it. What a page costs is read from the browser itself.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';
import { outRoot } from './build.mjs';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.map': 'application/json', '.ttf': 'font/ttf' };

/** Serves the bundles from this machine only; `/page/<name>` is a page that runs `<name>`. */
function serve() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith('/page/')) {
      const name = pathname.slice('/page/'.length);
      const style = existsSync(path.join(outRoot, name, 'main.css'))
        ? `<link rel="stylesheet" href="/${name}/main.css">`
        : '';
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${style}<body></body></html>`,
      );
      return;
    }
    const file = path.join(outRoot, pathname);
    if (!file.startsWith(outRoot + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export async function startBrowser() {
  const server = await serve();
  const executablePath = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    protocolTimeout: 600_000,
    args: [...browserArgs, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  return {
    version: await browser.version(),
    /** A page of its own, in a process of its own, with nothing of another in its memory. */
    async open(name) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const faults = [];
      page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
      await page.goto(`http://127.0.0.1:${server.address().port}/page/${name}`);
      const cdp = await page.createCDPSession();
      // Thread time: what others do on this machine does not count.
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      await cdp.send('HeapProfiler.enable');
      return { page, cdp, faults, close: () => context.close() };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** The browser's own figures of the page: CPU of the main thread in milliseconds, heap in bytes, nodes, listeners. */
export async function metricsOf({ cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const figure = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    cpu: figure.TaskDuration * 1000,
    script: figure.ScriptDuration * 1000,
    layout: (figure.LayoutDuration + figure.RecalcStyleDuration) * 1000,
    heap: figure.JSHeapUsedSize,
    nodes: figure.Nodes,
    listeners: figure.JSEventListeners,
  };
}

/** Until nothing is left that nobody holds: what finalizers let go of takes another turn. */
export async function collectGarbage({ cdp }, turns = 3) {
  for (let turn = 0; turn < turns; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
