// One browser, in one exact version, with one set of fonts: what is on the screen differs only when we change it.
import puppeteer from 'puppeteer-core';
import { browserArgs } from '../../tools/find-browser.mjs';
import { pinnedFonts } from './pinned-fonts.mjs';

// The package brings the shared libraries that a bare system lacks, where this variable says so.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');

/** Starts it. Text is drawn without hinting and subpixels, which are the machine's. */
export async function launchPinnedBrowser({ args = [] } = {}) {
  const executablePath = await chromium.executablePath();
  return puppeteer.launch({
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: pinnedFonts() },
    headless: 'shell',
    args: [
      ...browserArgs,
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--disable-font-subpixel-positioning',
      '--force-color-profile=srgb',
      '--force-device-scale-factor=1',
      '--hide-scrollbars',
      '--disable-gpu',
      // Containers have little of it.
      '--disable-dev-shm-usage',
      ...args,
    ],
    // A machine that is busy with something else is not a story that fails.
    protocolTimeout: 240_000,
  });
}
