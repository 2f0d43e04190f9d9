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

/**
 * Makes a page of Firefox take a size. With each size puppeteer sets an orientation of the screen, which Firefox ESR 140 does
 * not know yet: the size is set all the same.
 */
export function withSizes(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    try {
      await setViewport(viewport);
    } catch (error) {
      if (!/unknown command emulation\.setScreenOrientationOverride/.test(error.message)) throw error;
      await page.waitForFunction(
        (width, height) => innerWidth === width && innerHeight === height,
        {},
        viewport.width,
        viewport.height,
      );
    }
  };
  return page;
}
