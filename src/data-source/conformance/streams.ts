import type { KubernetesObject } from '../../model/types.js';
import type { WatchEvent } from '../types.js';
import { equal, isTrue, present, refusal } from './assert.js';
import { checksOf, type CheckContext } from './check.js';
import { NONE, storage, STORAGES } from './objects.js';

const { check, definitions } = checksOf('watch streams');
export const STREAMS = definitions;

const NAMES = ['a', 'b', 'c'];
const LINES = NAMES.map((name) => JSON.stringify({ type: 'ADDED', object: storage(name) }));
const COMPLETE = `${LINES.join('\n')}\n`;

check('many events in one piece', NONE, async (context) => {
  equal(await seen(context, [COMPLETE]), NAMES, 'the names');
});

check('one byte at a time', NONE, async (context) => {
  const pieces = Array.from(bytesOf(COMPLETE), (byte) => Uint8Array.of(byte));
  equal(await seen(context, pieces), NAMES, 'the names');
});

check('pieces that end in the middle of a character', NONE, async (context) => {
  const annotations = { text: 'ä名😀' };
  const line = `${JSON.stringify({ type: 'ADDED', object: storage('a', 'one', { annotations }) })}\n`;
  const bytes = bytesOf(line);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const events = await eventsOf(context, [bytes.subarray(0, cut), bytes.subarray(cut)]);
    equal(
      events.map(({ object }) => object.metadata?.annotations),
      [annotations],
      `cut at byte ${cut}`,
    );
  }
});

check('lines that end with CR LF, and empty ones', NONE, async (context) => {
  equal(await seen(context, [`${LINES.join('\r\n')}\r\n\r\n\n`]), NAMES, 'the names');
});

check('a last line without its end', NONE, async (context) => {
  equal(await seen(context, [COMPLETE.trimEnd()]), NAMES, 'the names');
});

check('a last line that breaks off is no event', NONE, async (context) => {
  const events = streamed(context, [COMPLETE.slice(0, -40)]);
  equal([await next(events), await next(events)], ['a', 'b'], 'the events before');
  await refusal(events.next(), ['unreachable', 'protocol']);
});

check('a connection that is lost between events', NONE, async (context) => {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (controller.desiredSize === null) return;
      if (sent++ === 0) controller.enqueue(bytesOf(`${LINES[0]}\n`));
      else controller.error(new TypeError('network error'));
    },
  });
  let sent = 0;
  const events = streamed(context, body);
  equal(await next(events), 'a', 'the event before');
  const error = await refusal(events.next(), 'unreachable');
  isTrue(!error.message.includes('network error') || error.message !== '', 'the message');
});

check('an ERROR event with 410 is `expired`', NONE, async (context) => {
  const object = {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code: 410,
    reason: 'Expired',
    message: 'too old',
  };
  const events = streamed(context, [`${LINES[0]}\n${JSON.stringify({ type: 'ERROR', object })}\n`]);
  equal(await next(events), 'a', 'the event before');
  const error = await refusal(events.next(), 'expired');
  equal([error.status, error.reason, error.message], [410, 'Expired', 'too old'], 'what the error says');
  equal((await events.next()).done, true, 'done afterwards');
});

check('an ERROR event with 504 and a version that is too large is `rv-too-large`', NONE, async (context) => {
  const object = { kind: 'Status', code: 504, reason: 'Timeout', message: 'Too large resource version: 9, current: 1' };
  await refusal(streamed(context, [`${JSON.stringify({ type: 'ERROR', object })}\n`]).next(), 'rv-too-large');
});

check('a web page in place of a stream is `protocol`', NONE, async (context) => {
  context.method('watch');
  context.wire.intercept(() => new Response('<html>Sign in</html>', { headers: { 'Content-Type': 'text/html' } }));
  await refusal(events(context).next(), 'protocol');
});

check('lines that are no events are `protocol`', NONE, async (context) => {
  for (const line of ['<html>', '{"type":"ADDED"}', '[]', 'null', '{"type":"NEW","object":{}}'])
    await refusal(streamed(context, [`${line}\n`]).next(), 'protocol');
});

check('a bookmark is handed on', NONE, async (context) => {
  const object = { kind: 'BackupStorage', metadata: { resourceVersion: '12' } };
  const { value } = await streamed(context, [`${JSON.stringify({ type: 'BOOKMARK', object })}\n`]).next();
  equal([value?.type, value?.object.metadata], ['BOOKMARK', { resourceVersion: '12' }], 'the event');
});

check('the request asks for bookmarks and says how long it wants to listen', NONE, async (context) => {
  const { wire } = context;
  const iterator = context
    .method('watch')(STORAGES, { resourceVersion: '5', timeoutSeconds: 321, labelSelector: 'a=b' })
    [Symbol.asyncIterator]();
  wire.intercept(() => new Response('', { headers: { 'Content-Type': 'application/json' } }));
  equal((await iterator.next()).done, true, 'done');
  const { searchParams } = new URL(present(wire.requests.at(-1), 'the request').url, 'http://any.invalid');
  const asked = ['resourceVersion', 'timeoutSeconds', 'labelSelector'].map((name) => searchParams.get(name));
  equal(asked, ['5', '321', 'a=b'], 'the query');
  isTrue(/^(1|true)$/.test(searchParams.get('allowWatchBookmarks') ?? ''), 'It does not ask for bookmarks');
});

type Pieces = readonly (string | Uint8Array)[];
type Events = AsyncIterator<WatchEvent<KubernetesObject>>;

/** A watch whose stream consists of these pieces. */
function streamed(context: CheckContext, pieces: Pieces | ReadableStream<Uint8Array>): Events {
  context.method('watch');
  const body = pieces instanceof ReadableStream ? pieces : streamOf(pieces);
  const stop = context.wire.intercept(() => {
    stop();
    return new Response(body, { headers: { 'Content-Type': 'application/json' } });
  });
  return events(context);
}

function events(context: CheckContext): Events {
  return context.method('watch')(STORAGES, { resourceVersion: '1' })[Symbol.asyncIterator]();
}

async function eventsOf(context: CheckContext, pieces: Pieces): Promise<WatchEvent<KubernetesObject>[]> {
  const all: WatchEvent<KubernetesObject>[] = [];
  const iterator = streamed(context, pieces);
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) all.push(step.value);
  return all;
}

async function seen(context: CheckContext, pieces: Pieces): Promise<(string | undefined)[]> {
  return (await eventsOf(context, pieces)).map(({ object }) => object.metadata?.name);
}

async function next(iterator: Events): Promise<string | undefined> {
  const { value, done } = await iterator.next();
  return done ? undefined : value.object.metadata?.name;
}

function streamOf(pieces: Pieces): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(typeof piece === 'string' ? bytesOf(piece) : piece);
    },
  });
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
