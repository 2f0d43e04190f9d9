import type { LaunchOptions, Page } from 'puppeteer-core';

export function findFirefox(): string | undefined;
export function firefoxOptions(executablePath: string): LaunchOptions;
export function withSizes(page: Page): Page;
