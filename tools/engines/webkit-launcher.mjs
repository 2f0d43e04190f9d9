// Web Test Runner's launcher for WebKitGTK: one window, in which one test file runs after the other.
import { startWebKit } from './webkit.mjs';

export function webkitLauncher(parts) {
  /** The addresses of what runs now, by the runner's id of it. */
  const active = new Map();
  let starting;
  const page = async () => (await (starting ??= startWebKit(parts))).page;
  return {
    name: 'WebKitGTK',
    // The runner's commands know how to drive a puppeteer page: ours has the same methods.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      const window = await page();
      active.set(id, { url, window });
      await window.setViewport({ width: 800, height: 600 });
      await window.goto(url);
    },
    async stopSession(id) {
      const { window } = active.get(id);
      active.delete(id);
      // Ends whatever still runs in it.
      await window.goto('about:blank');
      return {};
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id).url,
    getPage: (id) => active.get(id).window,
    startDebugSession() {
      throw new Error('WebKitGTK is only driven by the tests; debug in its MiniBrowser.');
    },
    async stop() {
      if (starting) await (await starting).close();
    },
  };
}
