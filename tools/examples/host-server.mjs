// What a console's backend would be, for an example that is run here: its files, its proxy to the cluster (the in-memory
// one), and what little else its frontend asks for.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { serveMemoryCluster } from '../../src/data-source/memory/http.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import { sampleObjects } from '../../src/samples/index.js';
import { serveFetch } from '../fetch-server.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves an example's host on a free port of this machine.
 *
 * - `api`: below which path the Kubernetes API is
 * - `csrf`: the header, and its value, without which a write is refused
 * - `folders`: what is served below a path; the longest path counts
 * - `answers`: JSON by path
 * - `headers`: of every page, such as the console's Content-Security-Policy
 * - `pages`: false where an unknown path is no page of the app, but missing
 */
export function serveHost({ folder, api, csrf, folders, answers = {}, headers = {}, pages = true }) {
  const cluster = new MemoryCluster({ objects: sampleObjects({ now: Date.now() }) });
  const kubernetes = serveMemoryCluster(cluster);
  const roots = Object.entries(folders).sort(([one], [other]) => other.length - one.length);
  const fileOf = (pathname) => {
    const [base, root] = roots.find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    if (base === undefined) return undefined;
    const top = path.resolve(folder, root);
    const file = path.join(top, decodeURIComponent(pathname.slice(base.length)) || 'index.html');
    return file.startsWith(top) && existsSync(file) && statSync(file).isFile() ? file : undefined;
  };
  // Without a prefix there are pages beside it.
  const isKubernetes = (pathname) =>
    api !== undefined &&
    pathname.startsWith(`${api}/`) &&
    (api !== '' || /^\/(apis?|openapi|version)\b/.test(pathname));
  const send = (file) =>
    new Response(readFileSync(file), {
      headers: { ...headers, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' },
    });

  return serveFetch(async (request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    if (pathname in answers) return Response.json(answers[pathname]);
    if (isKubernetes(pathname)) {
      if (csrf && request.method !== 'GET' && request.headers.get(csrf.name) !== csrf.value)
        return Response.json({ message: 'The token against CSRF is missing.' }, { status: 403 });
      const url = `http://cluster.invalid${pathname.slice(api.length)}${search}`;
      const body = request.method === 'GET' ? undefined : await request.text();
      const { method, signal, headers: sent } = request;
      return kubernetes(new Request(url, { method, signal, headers: sent, ...(body ? { body } : {}) }));
    }
    const isPage = pages && request.headers.get('Accept')?.includes('text/html');
    const file = fileOf(pathname) ?? (isPage ? fileOf('/') : undefined);
    return file ? send(file) : new Response('Not found', { status: 404 });
  });
}
