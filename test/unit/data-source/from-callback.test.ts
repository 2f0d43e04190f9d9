import { expect } from 'chai';
import { DataSourceError } from '../../../src/data-source/errors.js';
import { fromCallback, type CallbackSink, type FromCallbackOptions } from '../../../src/data-source/from-callback.js';

function host(options: FromCallbackOptions = {}) {
  const state = { starts: 0, stops: 0, sink: undefined as CallbackSink<string> | undefined };
  const iterable = fromCallback<string>((sink) => {
    state.starts += 1;
    state.sink = sink;
    return () => void (state.stops += 1);
  }, options);
  return { state, events: iterable[Symbol.asyncIterator]() };
}

const codeOf = (next: Promise<unknown>): Promise<string> =>
  next.then(
    () => 'none',
    (error: DataSourceError) => error.code,
  );

describe('fromCallback', () => {
  it('starts with the first event that is asked for, and hands on all in order', async () => {
    const { state, events } = host();
    expect(state.starts).to.equal(0);
    const first = events.next();
    state.sink!.event('a');
    state.sink!.event('b');
    expect(await first).to.deep.equal({ done: false, value: 'a' });
    expect((await events.next()).value).to.equal('b');
    expect(state).to.include({ starts: 1, stops: 0 });
  });

  it('ends, after what was still unread', async () => {
    const { state, events } = host();
    const first = events.next();
    state.sink!.event('a');
    state.sink!.end();
    state.sink!.event('too late');
    expect((await first).value).to.equal('a');
    expect((await events.next()).done).to.equal(true);
    expect((await events.next()).done).to.equal(true);
    expect(state.stops).to.equal(1);
  });

  it('fails once', async () => {
    const { state, events } = host();
    const first = codeOf(events.next());
    state.sink!.fail(new DataSourceError('unreachable', 'gone'));
    expect(await first).to.equal('unreachable');
    expect((await events.next()).done).to.equal(true);
  });

  it('drops no event: too many end it with `expired`', async () => {
    const { state, events } = host({ max: 2 });
    const first = events.next();
    for (const event of ['a', 'b', 'c', 'd']) state.sink!.event(event);
    expect(await codeOf(first)).to.equal('expired');
    expect(state.stops).to.equal(1);
  });

  it('stops at once when it is left or aborted', async () => {
    const left = host();
    const next = left.events.next();
    await left.events.return!();
    expect((await next).done).to.equal(true);
    expect(left.state.stops).to.equal(1);

    const abort = new AbortController();
    const aborted = host({ signal: abort.signal });
    const waiting = codeOf(aborted.events.next());
    abort.abort();
    expect(await waiting).to.equal('aborted');
    expect(aborted.state.stops).to.equal(1);

    const before = host({ signal: AbortSignal.abort() });
    expect(await codeOf(before.events.next())).to.equal('aborted');
    expect(before.state.starts).to.equal(0);
  });

  it('stops a host that ends while it starts', async () => {
    let stops = 0;
    const iterable = fromCallback<string>(({ end }) => {
      end();
      return () => void (stops += 1);
    });
    for await (const event of iterable) expect.fail(event);
    expect(stops).to.equal(1);
  });
});
