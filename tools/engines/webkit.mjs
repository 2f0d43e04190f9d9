// Finds WebKitGTK's driver, its small browser and a display for it, and starts a session: the parts that Debian calls
// webkit2gtk-driver, libwebkit2gtk-4.1-0 and xvfb.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installWithApt } from './debian.mjs';
import { WebDriverPage } from './webdriver-page.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
const PACKAGES = ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb', 'fonts-dejavu-core'];

/** Debian puts it below the folder of the machine's architecture. */
function miniBrowser() {
  const libraries = readdirSync('/usr/lib').map((folder) => path.join('/usr/lib', folder));
  return libraries.map((folder) => path.join(folder, 'webkit2gtk-4.1', 'MiniBrowser')).find(existsSync);
}

function installed() {
  if (process.platform !== 'linux' || !existsSync(DRIVER) || !existsSync(XVFB)) return undefined;
  const binary = miniBrowser();
  return binary && { driver: DRIVER, xvfb: XVFB, binary };
}

/** The paths of the parts; undefined where there are none and none can be installed. */
export function findWebKit() {
  return installed() ?? (installWithApt('WebKitGTK', PACKAGES) ? installed() : undefined);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function listens(base) {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${base}/status`);
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await delay(100);
    }
  }
}

/** Starts a display, the driver and the browser; `close` ends all three. */
export async function startWebKit({ driver, xvfb, binary }) {
  // A display of its own: a window that somebody moves or covers is another test. There is no window manager, so the window
  // under the pointer has the focus, and the pointer rests in the middle: that must be inside of the smallest window.
  const display = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1300x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(display.stdio[3], 'data');
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11', LC_ALL: 'C.UTF-8' };
  const server = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  const stop = () => {
    server.kill();
    display.kill();
  };
  try {
    await listens(base);
    const page = await WebDriverPage.open(base, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    return {
      page,
      async close() {
        await page.close().catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
