import { expect } from 'chai';
import type { DataSourceError } from '../../../src/data-source/errors.js';
import { linesOf, watchEventOf } from '../../../src/data-source/http/watch-events.js';
import { kubernetesDataSource, type KubeRequest } from '../../../src/data-source/kubernetes.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import { random as randomOf } from '../../fixtures/random.js';

const bytes = (text: string) => new TextEncoder().encode(text);

function streamOf(pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}

async function linesIn(...pieces: (string | Uint8Array<ArrayBuffer>)[]): Promise<string[]> {
  const all: string[] = [];
  const stream = streamOf(pieces.map((piece) => (typeof piece === 'string' ? bytes(piece) : piece)));
  for await (const line of linesOf(stream.getReader())) all.push(line);
  return all;
}

const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    return (error as DataSourceError).code;
  }
  return 'none';
};

describe('lines of a stream', () => {
  it('come whole, however the bytes are cut', async () => {
    const random = randomOf(7);
    const text = Array.from({ length: 40 }, (_, index) =>
      JSON.stringify({ index, text: 'ä名😀'.repeat(index % 5) }),
    ).join('\n');
    const all = bytes(`${text}\n`);
    for (let round = 0; round < 50; round += 1) {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for (let at = 0; at < all.length;) {
        const length = Math.floor(random() * 30);
        pieces.push(all.slice(at, at + length));
        at += length;
      }
      expect(await linesIn(...pieces)).to.deep.equal(text.split('\n'));
    }
  });

  it('keep line ends of their own kind inside: only LF ends one', async () => {
    expect(await linesIn('{"a":"\u2028"}\n{"b":"\u0085"}\r\n')).to.deep.equal(['{"a":"\u2028"}', '{"b":"\u0085"}\r']);
  });

  it('may lack the last line end, when the line is complete', async () => {
    expect(await linesIn('{"a":1}\n{"b":', '2}')).to.deep.equal(['{"a":1}', '{"b":2}']);
    expect(await linesIn('{"a":1}\n', '  \r\n', ' ')).to.have.length(2);
    expect(await linesIn()).to.deep.equal([]);
  });

  it('that break off are a lost connection', async () => {
    for (const rest of ['{"b":', '{"b":"ä'])
      expect(await linesIn(`{"a":1}\n${rest}`).catch((error: DataSourceError) => error.code)).to.equal('unreachable');
    const halfCharacter = bytes('"ä"').slice(0, 2);
    expect(await linesIn(halfCharacter).catch((error: DataSourceError) => error.code)).to.equal('unreachable');
  });

  it('that are not UTF-8 are refused, rather than mended', async () => {
    const latin1 = Uint8Array.of(0x22, 0xe4, 0x22, 0x0a);
    expect(await linesIn(latin1).catch((error: DataSourceError) => error.code)).to.equal('protocol');
  });

  it('without an end do not fill the memory', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
      },
    });
    const lines = linesOf(endless.getReader());
    expect(await lines.next().catch((error: DataSourceError) => error.code)).to.equal('too-large');
    expect(sent).to.be.lessThan(20);
  });
});

describe('events of a watch', () => {
  const event = (value: unknown) => watchEventOf(BACKUP_STORAGES, JSON.stringify(value));

  it('are completed with the type when the server leaves it out', () => {
    const { object } = watchEventOf(SECRETS, '{"type":"ADDED","object":{"metadata":{"name":"a"}}}')!;
    expect(object).to.deep.equal({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } });
  });

  it('are none for an empty line', () => {
    expect(watchEventOf(BACKUP_STORAGES, ' \r')).to.equal(undefined);
  });

  it('of type ERROR carry the reason', () => {
    const error = (object: unknown) => codeOf(() => event({ type: 'ERROR', object }));
    expect(error({ kind: 'Status', code: 410, reason: 'Expired' })).to.equal('expired');
    expect(error({ kind: 'Status', code: 410, reason: 'Gone' })).to.equal('expired');
    expect(error({ kind: 'Status', code: 403, reason: 'Forbidden' })).to.equal('forbidden');
    expect(error({ kind: 'Status', code: 500 })).to.equal('internal');
    expect(error({ message: 'not a Status' })).to.equal('internal');
    expect(error({ kind: 'Status', code: '410', reason: 7, details: [], message: {} })).to.equal('internal');
  });

  it('are nothing else', () => {
    for (const value of [null, [], 'ADDED', { type: 'ADDED' }, { type: 'PATCHED', object: {} }, { object: {} }])
      expect(
        codeOf(() => event(value)),
        JSON.stringify(value),
      ).to.equal('protocol');
    expect(codeOf(() => watchEventOf(BACKUP_STORAGES, '{"type":'))).to.equal('protocol');
  });
});

describe('the connection of a watch', () => {
  /** A watch that sends nothing, and its connection. */
  function silent({ heedsSignals = true } = {}) {
    const state = { cancelled: false, requests: [] as KubeRequest[] };
    const source = kubernetesDataSource(async (request) => {
      state.requests.push(request);
      const body = new ReadableStream({
        start(controller) {
          if (heedsSignals) request.signal?.addEventListener('abort', () => controller.error(request.signal?.reason));
        },
        cancel: () => void (state.cancelled = true),
      });
      return new Response(body);
    });
    return { state, source };
  }

  const settled = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      (value) => value,
      (error: DataSourceError) => error.code,
    );

  for (const heedsSignals of [true, false])
    describe(heedsSignals ? 'of a host that heeds signals' : 'of a host that does not', () => {
      it('is closed by leaving', async () => {
        const { state, source } = silent({ heedsSignals });
        const events = source.watch(BACKUP_STORAGES, { resourceVersion: '1' })[Symbol.asyncIterator]();
        const next = events.next();
        await Promise.resolve();
        expect(await events.return!()).to.deep.equal({ done: true, value: undefined });
        expect(await next).to.deep.equal({ done: true, value: undefined });
        expect(state.requests[0]!.signal!.aborted).to.equal(true);
        expect(await events.next()).to.deep.equal({ done: true, value: undefined });
      });

      it('is closed by the signal', async () => {
        const { state, source } = silent({ heedsSignals });
        const abort = new AbortController();
        const options = { resourceVersion: '1', signal: abort.signal };
        const events = source.watch(BACKUP_STORAGES, options)[Symbol.asyncIterator]();
        const next = settled(events.next());
        // Past the answer, into the reading of the body.
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        abort.abort();
        expect(await next).to.equal('aborted');
        expect(state.cancelled || heedsSignals).to.equal(true);
        expect(state.requests[0]!.signal!.aborted).to.equal(true);
      });

      it('is closed by dispose', async () => {
        const { state, source } = silent({ heedsSignals });
        const next = source.watch(BACKUP_STORAGES, { resourceVersion: '1' })[Symbol.asyncIterator]().next();
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        source.dispose();
        expect(await next).to.deep.equal({ done: true, value: undefined });
        expect(state.requests[0]!.signal!.aborted).to.equal(true);
      });
    });

  it('that opens too late is closed', async () => {
    let answer: (response: Response) => void = () => {};
    const source = kubernetesDataSource(() => new Promise((resolve) => (answer = resolve)));
    const events = source.watch(BACKUP_STORAGES, { resourceVersion: '1' })[Symbol.asyncIterator]();
    const next = events.next();
    await Promise.resolve();
    await events.return!();
    expect((await next).done).to.equal(true);
    const cancelled = new Promise<void>((resolve) => {
      answer(new Response(new ReadableStream({ cancel: () => resolve() })));
    });
    await cancelled;
  });

  it('is not opened before the first event is asked for, and once for each loop', async () => {
    const { state, source } = silent();
    const watch = source.watch(BACKUP_STORAGES, { resourceVersion: '1' });
    expect(state.requests).to.have.length(0);
    const [one, other] = [watch[Symbol.asyncIterator](), watch[Symbol.asyncIterator]()];
    const both = [one.next(), other.next()];
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(state.requests).to.have.length(2);
    source.dispose();
    await Promise.all(both);
  });

  it('leaves no listeners on the signal of its caller', async () => {
    const { source } = silent();
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = AbortSignal.prototype;
    signal.addEventListener = function (this: AbortSignal, ...args: Parameters<typeof addEventListener>) {
      listeners += 1;
      addEventListener.apply(this, args);
    } as typeof signal.addEventListener;
    signal.removeEventListener = function (this: AbortSignal, ...args: Parameters<typeof removeEventListener>) {
      listeners -= 1;
      removeEventListener.apply(this, args);
    } as typeof signal.removeEventListener;
    const events = source.watch(BACKUP_STORAGES, { resourceVersion: '1', signal })[Symbol.asyncIterator]();
    const next = events.next();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(listeners).to.equal(1);
    await events.return!();
    await next;
    expect(listeners).to.be.at.most(0);
  });
});
