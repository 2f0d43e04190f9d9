// Finds Firefox for the tests that run in it. Puppeteer drives it over WebDriver BiDi, so no geckodriver is needed.
import { existsSync } from 'node:fs';
import { installWithApt } from './debian.mjs';

const INSTALLED = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** The path of a Firefox, from FIREFOX_PATH, the usual places or Debian's package; undefined where there is none. */
export function findFirefox() {
  const given = process.env.FIREFOX_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`FIREFOX_PATH is ${given}, but there is no such file.`);
  }
  const found = INSTALLED.find(existsSync);
  if (found) return found;
  return installWithApt('Firefox', ['firefox-esr', 'fonts-dejavu-core']) ? INSTALLED.find(existsSync) : undefined;
}

/** What `puppeteer.launch` needs for it. */
export function firefoxOptions(executablePath) {
  return { browser: 'firefox', executablePath };
}
