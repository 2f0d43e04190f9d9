import type { WebDriverPage } from './webdriver-page.mjs';

interface Parts {
  driver: string;
  xvfb: string;
  binary: string;
}

export function findWebKit(): Parts | undefined;
export function startWebKit(parts: Parts): Promise<{ page: WebDriverPage; close(): Promise<void> }>;
