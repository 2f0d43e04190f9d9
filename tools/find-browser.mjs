// Finds a Chromium for tests and screenshots; installs one where a newcomer has none.
// Order: CHROME_PATH, an installed Chromium or Chrome, Debian's package, the browser inside @sparticuz/chromium.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installWithApt } from './engines/debian.mjs';

const SPARTICUZ = '@sparticuz/chromium@143.0.4';
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const cache = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'browser');

function fromDebian() {
  return installWithApt('Chromium', ['chromium', 'fonts-dejavu-core']) ? INSTALLED.find(existsSync) : undefined;
}

async function unpackFromNpm() {
  // The package carries the browser itself; this variable makes it bring the shared libraries a bare system lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    if (!existsSync(path.join(cache, 'node_modules', '@sparticuz', 'chromium'))) {
      console.log(`No Chromium found: taking the one inside ${SPARTICUZ} …`);
      execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', cache, SPARTICUZ], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    }
    const entry = createRequire(path.join(cache, 'package.json')).resolve('@sparticuz/chromium');
    const { default: chromium } = await import(pathToFileURL(entry).href);
    return await chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** The path of a Chromium that can be started. */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, but there is no such file.`);
  }
  const found = INSTALLED.find(existsSync) ?? fromDebian() ?? (await unpackFromNpm());
  if (found) return found;
  throw new Error(
    'The tests need Chromium or Chrome, and none could be installed. Install one and set CHROME_PATH to it.',
  );
}

/** Chromium refuses its sandbox as root; the rest keeps it from calling home. */
export const browserArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
