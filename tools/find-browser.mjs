// Finds a Chromium for tests and screenshots; installs one where a newcomer has none.
// Order: CHROME_PATH, an installed Chromium or Chrome, Debian's package, the browser inside @sparticuz/chromium.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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

function run(command, args, env = {}) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
}

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No Chromium found: installing Debian’s package (apt-get install chromium) …');
  try {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  } catch {
    console.log('apt-get could not install it.');
  }
  return INSTALLED.find(existsSync);
}

async function unpackFromNpm() {
  // The package carries the browser itself; this variable makes it bring the shared libraries a bare system lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    if (!existsSync(path.join(cache, 'node_modules', '@sparticuz', 'chromium'))) {
      console.log(`No Chromium found: taking the one inside ${SPARTICUZ} …`);
      run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', cache, SPARTICUZ]);
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
  const found = INSTALLED.find(existsSync) ?? installWithApt() ?? (await unpackFromNpm());
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
