import type { AccessQuery } from '../types.js';
import { equal, isTrue, refusal } from './assert.js';
import { checksOf } from './check.js';
import { FEW, REPOSITORIES, SECRETS, STORAGES } from './objects.js';

const { check, definitions } = checksOf('access and schema');
export const ACCESS = definitions;

const READER = [
  { verbs: ['list'], resources: ['backupstorages'] },
  { verbs: ['*'], resources: ['secrets'], namespaces: ['one'] },
];

const QUERIES: readonly AccessQuery[] = [
  { type: STORAGES, verb: 'list' },
  { type: STORAGES, verb: 'watch' },
  { type: SECRETS, verb: 'create', namespace: 'one' },
  { type: SECRETS, verb: 'create', namespace: 'two' },
  { type: SECRETS, verb: 'create' },
  { type: REPOSITORIES, verb: 'get', namespace: 'one', name: 'a' },
];

check(
  'answers come in the order of the queries; list and watch are told apart',
  { ...FEW, rules: READER },
  async (context) => {
    const answers = await context.method('review')(QUERIES);
    equal(answers, ['allowed', 'denied', 'allowed', 'denied', 'denied', 'denied'], 'the answers');
  },
);

check('everything is allowed to who may do everything', FEW, async (context) => {
  equal(
    await context.method('review')(QUERIES),
    QUERIES.map(() => 'allowed'),
    'the answers',
  );
});

check('no query, no answer', FEW, async (context) => {
  equal(await context.method('review')([]), [], 'the answers');
});

check('what the server could not evaluate is assumed', FEW, async (context) => {
  const { wire } = context;
  const review = context.method('review');
  const status = { allowed: false, evaluationError: 'webhook timed out' };
  for (const [given, expected] of [
    [status, 'assumed'],
    [{ ...status, denied: true }, 'denied'],
    [{ allowed: true, evaluationError: 'one of two failed' }, 'allowed'],
    [{ allowed: false }, 'denied'],
  ] as const) {
    const stop = wire.intercept(() => Response.json({ kind: 'SelfSubjectAccessReview', spec: {}, status: given }));
    equal(await review([{ type: STORAGES, verb: 'list' }]), [expected], JSON.stringify(given));
    stop();
  }
});

check('where nobody can be asked everything is assumed', FEW, async (context) => {
  const review = context.method('review');
  const { wire } = context;
  wire.intercept(() => new Response('404 page not found', { status: 404 }));
  equal(
    await review(QUERIES),
    QUERIES.map(() => 'assumed'),
    'the answers',
  );
});

check('namespaces are named', FEW, async (context) => {
  const { names } = await context.method('namespaces')();
  equal([...names].sort(), ['one', 'two'], 'the names');
});

check('who may not list namespaces is told so, or gets some', { ...FEW, rules: READER }, async (context) => {
  const namespaces = context.method('namespaces');
  try {
    const { names, complete } = await namespaces();
    equal([complete, names.includes('one')], [false, true], 'complete, and the namespace of a rule');
  } catch (thrown) {
    await refusal(Promise.reject(thrown), 'forbidden');
  }
});

check('the schema says where it is from and which revision it is', FEW, async (context) => {
  const { openAPIV3Schema, source, version } = await context.method('schema')(STORAGES);
  isTrue(['openapi-v3', 'crd', 'host', 'bundled'].includes(source), `The source is ${source}`);
  isTrue(version !== '', 'There is no version');
  const text = JSON.stringify(openAPIV3Schema);
  isTrue(text.includes('"deletionPolicy"') && text.includes('"usagePolicy"'), 'It is not the schema of BackupStorages');
});

check('the schema holds no references', FEW, async (context) => {
  const { openAPIV3Schema } = await context.method('schema')(STORAGES);
  isTrue(!JSON.stringify(openAPIV3Schema).includes('"$ref"'), 'There is a $ref in it');
});

check('a type without a schema is `not-found`', FEW, async (context) => {
  const schema = context.method('schema');
  context.cluster.faults.uninstall(STORAGES);
  await refusal(schema(STORAGES), 'not-found');
});

check('a schema that the server has not changed is not asked for again', FEW, async (context) => {
  const { wire } = context;
  context.needs('openapi');
  const schema = context.method('schema');
  const first = await schema(STORAGES);
  const before = wire.requests.length;
  const second = await schema(STORAGES);
  equal(second, first, 'the second answer');
  equal(wire.requests.length - before, 1, 'requests: only for the hash');
});

check('without an OpenAPI document the schema is that of the CRD', FEW, async (context) => {
  const schema = context.method('schema');
  context.wire.intercept(({ url }) =>
    url.includes('/openapi/') ? new Response('Forbidden', { status: 403 }) : undefined,
  );
  const { source, openAPIV3Schema } = await schema(STORAGES);
  equal(source, 'crd', 'the source');
  isTrue(JSON.stringify(openAPIV3Schema).includes('"deletionPolicy"'), 'It is not the schema of BackupStorages');
});

check('without either there is none', FEW, async (context) => {
  const schema = context.method('schema');
  context.wire.intercept(({ url }) =>
    /openapi|customresourcedefinitions/.test(url) ? Response.json({}, { status: 403 }) : undefined,
  );
  await refusal(schema(STORAGES), 'not-found');
});
