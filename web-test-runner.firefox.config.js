// The elements in Firefox. What is not the DOM is the engine's own language, and tested in Node and Chromium.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findFirefox, firefoxOptions } from './tools/engines/firefox.mjs';
import { base } from './tools/engines/wtr-base.mjs';

export default {
  ...base,
  files: ['test/browser/**/*.test.ts', '!test/browser/**/*.chromium.test.ts'],
  browsers: [chromeLauncher({ puppeteer, launchOptions: firefoxOptions(findFirefox()), concurrency: 1 })],
};
