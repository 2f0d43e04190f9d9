// An API server of one list and one watch, in a process of its own: what it costs is not what is measured.
import { createServer } from 'node:http';
import { backupStorages, sizeChanges } from '../lib/objects.js';

const [count, events] = process.argv.slice(2).map(Number);
const objects = backupStorages(count, Date.UTC(2026, 0, 1));
const list = JSON.stringify({
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorageList',
  metadata: { resourceVersion: '5000000' },
  items: objects,
});
const changes = sizeChanges(objects, { count: events });
const lines = changes.map(({ type, object }) => `${JSON.stringify({ type, object })}\n`);
let release = () => {};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/release') {
    release();
    response.end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json' });
  if (searchParams.get('watch') !== 'true' && searchParams.get('watch') !== '1') {
    response.end(list);
    return;
  }
  response.flushHeaders();
  // As many as fit are sent at once: the reader is what is measured.
  release = () => {
    for (let from = 0; from < lines.length; from += 50) response.write(lines.slice(from, from + 50).join(''));
  };
});
server.listen(0, '127.0.0.1', () => {
  process.send({ port: server.address().port, last: changes.at(-1).object.metadata });
});
