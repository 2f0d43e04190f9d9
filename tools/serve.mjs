// Serves the demo console as a careful host would: from this machine only, under a strict Content-Security-Policy.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = { console: path.join(root, 'console'), cdn: path.join(root, 'dist', 'cdn') };
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

function fileOf(url) {
  const { pathname } = new URL(url, 'http://localhost');
  const [, folder, ...rest] = decodeURIComponent(pathname === '/' ? '/console/index.html' : pathname).split('/');
  const base = FOLDERS[folder];
  if (!base) return undefined;
  const file = path.join(base, ...rest);
  return file.startsWith(base + path.sep) ? file : undefined;
}

/** Resolves with the server and its URL once it listens; port 0 takes any free one. Call it when the library is built. */
export async function serve(port) {
  // The gateway's policy: it stands in the built library, and only there.
  const { CSP } = await import('../dist/gateway/headers.js');
  const server = createServer((request, response) => {
    const file = fileOf(request.url ?? '/');
    const found = file && statSync(file, { throwIfNoEntry: false })?.isFile();
    response.setHeader('Content-Security-Policy', CSP);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-cache');
    if (!found) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${server.address().port}/` }));
  });
}
