// A function from Request to Response on a port of this machine, and nowhere else.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** Resolves once it listens; port 0 takes any free one. A rejection of the handler, or of a body, cuts the connection. */
export async function serveFetch(handler, { port = 0 } = {}) {
  const server = createServer((incoming, outgoing) => void answer(handler, incoming, outgoing));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(handler, incoming, outgoing) {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  // Nobody is left to tell.
  outgoing.on('error', () => {});
  try {
    await send(await handler(await requestOf(incoming, gone.signal)), outgoing);
  } catch {
    incoming.socket.destroy();
  }
}

async function requestOf(incoming, signal) {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at], rawHeaders[at + 1]);
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = chunks.length > 0 && method !== 'GET' && method !== 'HEAD' ? { body: Buffer.concat(chunks) } : {};
  // Put together, not resolved: a path that begins with two slashes names no other host.
  return new Request(`http://cluster.invalid${url}`, { method, headers, signal, ...body });
}

async function send(response, outgoing) {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) {
    // A watch is open before anything happens. `flushHeaders` would send what is not ASCII in headers encoded twice.
    outgoing.write(new Uint8Array());
    const reader = response.body.getReader();
    const left = new AbortController();
    const leave = () => {
      left.abort();
      reader.cancel().catch(() => {});
    };
    outgoing.on('close', leave);
    for (let part = await reader.read(); !part.done; part = await reader.read())
      if (!outgoing.write(part.value) && !outgoing.destroyed)
        // Ends without an answer when the client has left; the reader is cancelled then.
        await once(outgoing, 'drain', { signal: left.signal }).catch(() => {});
    outgoing.off('close', leave);
  }
  outgoing.end();
}
