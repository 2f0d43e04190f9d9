import type { Page } from 'puppeteer-core';

export const CHECK_ARGS: string[];
export function prepareChecks(page: Page): Promise<void>;
export type Scope = 'all' | 'colours' | 'layout';
export function checkPage(page: Page, selector: string, scope?: Scope): Promise<string[]>;
export function checkFocus(page: Page, selector: string): Promise<string[]>;
export function shownNames(page: Page, selector: string, states: string[]): Promise<Record<string, string[]>>;
