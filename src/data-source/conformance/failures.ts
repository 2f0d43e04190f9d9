import type { DataSourceErrorCode } from '../errors.js';
import { equal, isTrue, refusal } from './assert.js';
import { checksOf } from './check.js';
import { FEW, storage, STORAGES } from './objects.js';

const { check, definitions } = checksOf('failures');
export const FAILURES = definitions;

const A = { namespace: 'one', name: 'a' };
const HTML = { headers: { 'Content-Type': 'text/html; charset=utf-8' } };

check('401 is `unauthenticated`', FEW, async ({ source, cluster }) => {
  cluster.faults.authExpired = true;
  for (const call of [source.list(STORAGES), source.get(STORAGES, A)])
    equal((await refusal(call, 'unauthenticated')).status, 401, 'the status');
  cluster.faults.authExpired = false;
  equal((await source.list(STORAGES)).items.length, 3, 'the objects after signing in');
});

check(
  '403 of RBAC is `forbidden`, and no admission',
  { ...FEW, rules: [{ verbs: ['list'], resources: ['*'], namespaces: ['two'] }] },
  async ({ source }) => {
    const error = await refusal(source.list(STORAGES), 'forbidden');
    equal([error.status, error.admission], [403, false], 'status and admission');
    isTrue(/cannot list resource/.test(error.message), `The server's sentence is lost: ${error.message}`);
    equal((await source.list(STORAGES, { namespace: 'two' })).items.length, 1, 'the objects where it is allowed');
    await refusal(source.get(STORAGES, A), 'forbidden');
  },
);

check('each status has its code', FEW, async ({ source, cluster }) => {
  const codes: Record<number, DataSourceErrorCode> = {
    400: 'bad-request',
    410: 'expired',
    500: 'internal',
    503: 'unavailable',
    504: 'timeout',
  };
  for (const [status, code] of Object.entries(codes)) {
    cluster.faults.fail(Number(status));
    const error = await refusal(source.list(STORAGES), code);
    equal(error.status, Number(status), 'the status');
  }
});

check('429 is `throttled`', FEW, async ({ source, cluster }) => {
  // Some hosts try a few times more.
  cluster.faults.fail(429, { times: Infinity });
  equal((await refusal(source.list(STORAGES), 'throttled')).status, 429, 'the status');
});

check('429 says when to come back', FEW, async (context) => {
  context.needs('retry-after');
  context.cluster.faults.fail(429, { times: Infinity, retryAfterSeconds: 7 });
  equal((await refusal(context.source.list(STORAGES), 'throttled')).retryAfterMs, 7000, 'retryAfterMs');
});

check('Retry-After may be a date', FEW, async (context) => {
  context.needs('retry-after');
  const date = new Date(Date.now() + 60_000).toUTCString();
  context.wire.intercept(() => new Response('', { status: 503, headers: { 'Retry-After': date } }));
  const { retryAfterMs = 0 } = await refusal(context.source.list(STORAGES), 'unavailable');
  isTrue(retryAfterMs > 30_000 && retryAfterMs <= 60_000, `retryAfterMs is ${retryAfterMs}`);
});

check('nothing is tried twice', FEW, async ({ source, cluster, wire }) => {
  for (const status of [401, 403, 500, 503]) {
    const before = wire.requests.length;
    cluster.faults.fail(status);
    await refusal(source.list(STORAGES), ['unauthenticated', 'forbidden', 'internal', 'unavailable']);
    equal(wire.requests.length - before, 1, `requests for a ${status}`);
  }
});

check('a network that is down is `unreachable`', FEW, async ({ source, cluster }) => {
  cluster.faults.offline = true;
  await refusal(source.list(STORAGES), 'unreachable');
  await refusal(source.get(STORAGES, A), 'unreachable');
  cluster.faults.offline = false;
  equal((await source.list(STORAGES)).items.length, 3, 'the objects afterwards');
});

check('a web page with 200 is `protocol`', FEW, async ({ source, wire }) => {
  wire.intercept(() => new Response('<!doctype html><title>Sign in</title>', HTML));
  const list = await refusal(source.list(STORAGES), 'protocol');
  isTrue(!list.message.includes('<'), 'The message holds markup');
  await refusal(source.get(STORAGES, A), 'protocol');
});

check('a redirect to a login page is `protocol`', FEW, async ({ source, wire }) => {
  wire.intercept(() => new Response(null, { status: 302, headers: { Location: '/login' } }));
  await refusal(source.list(STORAGES), 'protocol');
  equal(wire.requests.length, 1, 'requests: the redirect is not followed');
});

check("a proxy's page of an error keeps its status, and no markup", FEW, async ({ source, wire }) => {
  for (const [status, code] of [
    [502, 'unavailable'],
    [504, 'timeout'],
    [403, 'forbidden'],
    [413, 'too-large'],
  ] as const) {
    const stop = wire.intercept(() => new Response('<html><h1>nginx</h1></html>', { status, ...HTML }));
    const error = await refusal(source.list(STORAGES), code);
    stop();
    isTrue(!error.message.includes('<') && error.message !== '', `The message is ${error.message}`);
    equal(error.admission, false, 'admission');
  }
});

check('an answer that is not what was asked for is `protocol`', FEW, async ({ source, wire }) => {
  for (const body of ['', '{"items":[', '[]', '"text"', '{"kind":"Status","status":"Success"}', 'null']) {
    const stop = wire.intercept(() => new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    await refusal(source.list(STORAGES), 'protocol');
    await refusal(source.get(STORAGES, A), 'protocol');
    stop();
  }
});

check('a write whose answer cannot be read is `unknown`', FEW, async (context) => {
  const create = context.method('create');
  for (const body of ['', '{"metadata":', '<html>']) {
    const stop = context.wire.intercept(() => new Response(body, { status: 201 }));
    equal((await refusal(create(STORAGES, storage('new')), 'protocol')).outcome, 'unknown', 'the outcome');
    stop();
  }
});

check('a refusal without a Status keeps its sentence', FEW, async ({ source, wire }) => {
  const body = { type: 'error', code: 'Unauthorized', message: 'must authenticate', status: 401 };
  wire.intercept(() => Response.json(body, { status: 401 }));
  const error = await refusal(source.list(STORAGES), 'unauthenticated');
  isTrue(error.message.includes('must authenticate'), `The message is ${error.message}`);
});

check('warnings of a refusal are kept', FEW, async (context) => {
  context.needs('warnings-of-refusals');
  context.wire.intercept(() => Response.json({}, { status: 400, headers: { Warning: '299 - "mind the gap"' } }));
  equal((await refusal(context.source.list(STORAGES), 'bad-request')).warnings, ['mind the gap'], 'the warnings');
});
