import type { LaunchOptions } from 'puppeteer-core';

export function findFirefox(): string | undefined;
export function firefoxOptions(executablePath: string): LaunchOptions;
