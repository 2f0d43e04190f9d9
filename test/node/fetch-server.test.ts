/** The bridge from Node's HTTP server to fetch's Request and Response, on which the servers of tests and tools stand. */
import { expect } from 'chai';
import { connect } from 'node:net';
import { serveFetch, type FetchServer } from '../../tools/fetch-server.mjs';

describe('serveFetch', () => {
  let server: FetchServer;
  let handler: (request: Request) => Response | Promise<Response>;

  before(async () => (server = await serveFetch((request) => handler(request))));
  after(() => server.close());

  it('hands requests and answers through', async () => {
    handler = async (request) => {
      const { pathname, search } = new URL(request.url);
      const text = `${request.method} ${pathname}${search} ${request.headers.get('X-A')} ${await request.text()}`;
      return new Response(text, { status: 202, headers: { 'X-B': 'b' } });
    };
    const options = { method: 'PATCH', headers: { 'X-A': 'a' }, body: 'größe' };
    const answer = await fetch(`${server.url}//x/%2f?q=1`, options);
    expect([answer.status, answer.headers.get('X-B')]).to.deep.equal([202, 'b']);
    expect(await answer.text()).to.equal('PATCH //x/%2f?q=1 a größe');
    handler = () => new Response(null, { status: 204 });
    expect((await fetch(server.url, { method: 'DELETE' })).status).to.equal(204);
  });

  it('sends headers byte by byte', async () => {
    const bytes = Array.from(new TextEncoder().encode('größe'), (byte) => String.fromCharCode(byte)).join('');
    handler = () => new Response('x', { headers: { 'X-Text': bytes } });
    expect((await fetch(server.url)).headers.get('X-Text')).to.equal(bytes);
  });

  it('sends parts as they come, the head before the first', async () => {
    let send: (text: string) => void = () => {};
    let end = (): void => {};
    handler = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            send = (text) => controller.enqueue(new TextEncoder().encode(text));
            end = () => controller.close();
          },
        }),
      );
    const reader = (await fetch(server.url)).body!.pipeThrough(new TextDecoderStream()).getReader();
    for (const text of ['one', 'two']) {
      send(text);
      expect((await reader.read()).value).to.equal(text);
    }
    end();
    expect((await reader.read()).done).to.equal(true);
  });

  it('tells of a client that has gone, before the answer and in its middle', async () => {
    for (const isAnswered of [false, true]) {
      let arrived = (): void => {};
      const here = new Promise<void>((resolve) => (arrived = resolve));
      let cancelled = !isAnswered;
      const gone = new Promise<void>((resolve) => {
        handler = ({ signal }) => {
          signal.addEventListener('abort', () => resolve());
          arrived();
          const body = new ReadableStream({ cancel: () => void (cancelled = true) });
          return isAnswered ? new Response(body) : new Promise<Response>(() => {});
        };
      });
      const client = new AbortController();
      const answer = fetch(server.url, { signal: client.signal });
      await here;
      if (isAnswered) await answer;
      client.abort();
      await answer.catch(() => {});
      await gone;
      await new Promise((resolve) => setImmediate(resolve));
      expect(cancelled).to.equal(true);
    }
  });

  it('cuts the connection where the handler or a body fails', async () => {
    handler = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await fetch(server.url).catch((error: Error) => error)).to.be.instanceOf(TypeError);
    handler = () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('broken')) }));
    const read = fetch(server.url).then((answer) => answer.text());
    expect(await read.catch((error: Error) => error)).to.be.instanceOf(TypeError);
  });

  it('listens on this machine only', async () => {
    const { address, port } = server.server.address() as { address: string; port: number };
    expect(address).to.equal('127.0.0.1');
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host: '::1', port });
      socket.on('connect', () => resolve('connected')).on('error', () => resolve('refused'));
    });
    expect(outcome).to.equal('refused');
  });
});
