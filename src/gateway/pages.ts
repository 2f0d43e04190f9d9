/** The console's files. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package: this file is two folders down, built or not. */
export const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

export interface PageFile {
  readonly type: string;
  read(): Promise<Buffer | string>;
}

/**
 * Every file that is served, by its path. They are found at the start: no path of a request ever reaches the disk.
 */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const files = new Map([...filesIn('/console', 'console'), ...filesIn('/cdn', path.join('dist', 'cdn'))]);
  // The console is told here which cluster it shows; its own file names the one inside the page.
  files.set('/console/config.js', {
    type: TYPES['.js']!,
    read: () => Promise.resolve("export const cluster = 'gateway';\n"),
  });
  const index = files.get('/console/index.html');
  if (index) files.set('/', index);
  return files;
}

function filesIn(prefix: string, folder: string): [string, PageFile][] {
  const base = path.join(PACKAGE, folder);
  return readdirSync(base, { recursive: true, encoding: 'utf8' }).flatMap((name): [string, PageFile][] => {
    const type = TYPES[path.extname(name)];
    if (type === undefined) return [];
    return [[`${prefix}/${name.replaceAll('\\', '/')}`, { type, read: () => readFile(path.join(base, name)) }]];
  });
}
