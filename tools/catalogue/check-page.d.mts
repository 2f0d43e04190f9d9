import type { Page } from 'puppeteer-core';

export const CHECK_ARGS: string[];
export function prepareChecks(page: Page): Promise<void>;
export function checkPage(page: Page, selector: string): Promise<string[]>;
export function checkFocus(page: Page, selector: string): Promise<string[]>;
