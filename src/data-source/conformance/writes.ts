import type { BackupStorage, KubernetesObject, Secret } from '../../model/types.js';
import type { PatchOptions } from '../types.js';
import { equal, isTrue, present, refusal } from './assert.js';
import { checksOf, type CheckContext } from './check.js';
import { FEW, keyOf, NONE, secret, SECRET_VALUE, SECRETS, storage, STORAGES, WITH_SECRET } from './objects.js';

const { check, definitions } = checksOf('writes');
export const WRITES = definitions;

const A = { namespace: 'one', name: 'a' };

check('create stores the object and answers it', NONE, async (context) => {
  const { object } = await context.method('create')(STORAGES, storage('new'));
  present(object.metadata?.uid, 'the uid');
  present(object.metadata?.resourceVersion, 'the resourceVersion');
  const stored = await context.source.get(STORAGES, keyOf(object));
  equal(stored, object, 'what is stored');
});

check('create answers the name that the server made up', NONE, async (context) => {
  const { name: _name, ...metadata } = storage('x').metadata ?? {};
  const object = { ...storage('x'), metadata: { ...metadata, generateName: 'made-up-' } };
  const created = await context.method('create')<KubernetesObject>(STORAGES, object);
  isTrue(/^made-up-.+/.test(created.object.metadata?.name ?? ''), 'The answer has no name that begins as asked');
});

check('a name that is taken is `already-exists`', FEW, async (context) => {
  const error = await refusal(context.method('create')(STORAGES, storage('a')), 'already-exists');
  equal([error.status, error.outcome], [409, 'not-applied'], 'status and outcome');
});

check('a dry run answers what would be stored, and stores nothing', NONE, async (context) => {
  const { object } = await context.method('create')(STORAGES, storage('new'), { dryRun: true });
  const policy = (object as BackupStorage).spec?.usagePolicy;
  equal(policy, { allowedNamespaces: { from: 'Same' } }, 'the default that the server fills in');
  equal((await context.source.list(STORAGES)).items, [], 'what is stored');
});

check('a dry run is refused as the write would be, and never `unknown`', FEW, async (context) => {
  const create = context.method('create');
  const taken = await refusal(create(STORAGES, storage('a'), { dryRun: true }), 'already-exists');
  equal(taken.outcome, 'not-applied', 'the outcome');
  context.cluster.faults.disconnect();
  const lost = await refusal(create(STORAGES, storage('new'), { dryRun: true }), 'unreachable');
  isTrue(lost.outcome !== 'unknown', 'Trying out cannot have stored anything');
});

check('strict validation names the field that nobody knows', NONE, async (context) => {
  const object = { ...storage('new'), spec: { ...storage('new').spec, invented: 1 } };
  const error = await refusal(context.method('create')(STORAGES, object, { fieldValidation: 'Strict' }), 'bad-request');
  isTrue(error.message.includes('spec.invented'), `The message does not name it: ${error.message}`);
  equal((await context.source.list(STORAGES)).items, [], 'what is stored');
});

check('lenient validation warns, with quotes in the text', NONE, async (context) => {
  const object = { ...storage('new'), spec: { ...storage('new').spec, invented: 1 } };
  const { warnings } = await context.method('create')(STORAGES, object, { fieldValidation: 'Warn' });
  equal(warnings, ['unknown field "spec.invented"'], 'the warnings');
});

check('a field with a wrong value is `invalid`, with its path', NONE, async (context) => {
  const object = { ...storage('new'), spec: { ...storage('new').spec, deletionPolicy: 'Nonsense' } };
  const error = await refusal(context.method('create')(STORAGES, object), 'invalid');
  equal([error.status, error.outcome], [422, 'not-applied'], 'status and outcome');
  equal(
    error.causes.map(({ field }) => field),
    ['spec.deletionPolicy'],
    'the fields of the causes',
  );
  isTrue((error.causes[0]?.message ?? '').includes('Nonsense'), 'The cause does not say what is wrong');
});

check('several wrong fields are several causes', NONE, async (context) => {
  const spec = {
    ...storage('new').spec,
    deletionPolicy: 'Nonsense',
    usagePolicy: { allowedNamespaces: { from: 'Else' } },
  };
  const error = await refusal(context.method('create')(STORAGES, { ...storage('new'), spec }), 'invalid');
  const fields = error.causes.map(({ field }) => field).sort();
  equal(fields, ['spec.deletionPolicy', 'spec.usagePolicy.allowedNamespaces.from'], 'the fields of the causes');
});

check("a webhook's denial is about the object, not about permission", NONE, async (context) => {
  const create = context.method('create');
  const asDefault = (name: string) => ({ ...storage(name), spec: { ...storage(name).spec, default: true } });
  await create(STORAGES, asDefault('first'));
  const error = await refusal(create(STORAGES, asDefault('second')), 'forbidden');
  equal([error.admission, error.outcome], [true, 'not-applied'], 'admission and outcome');
  isTrue(error.message.includes('multiple default BackupStorages'), `The webhook's sentence is lost: ${error.message}`);
});

check('a webhook that is down is told apart', NONE, async (context) => {
  const create = context.method('create');
  context.cluster.faults.webhookDown = true;
  const error = await refusal(create(STORAGES, storage('new')), ['internal', 'unavailable']);
  equal(error.outcome, 'not-applied', 'the outcome');
  isTrue(error.message.includes('failed calling webhook'), `The sentence is lost: ${error.message}`);
});

check('a lost answer is `unknown`: the write was carried out', NONE, async (context) => {
  const create = context.method('create');
  context.cluster.faults.loseAnswer();
  const error = await refusal(create(STORAGES, storage('new')), 'unreachable');
  equal(error.outcome, 'unknown', 'the outcome');
  equal((await context.source.list(STORAGES)).items.length, 1, 'the number of objects');
});

check('an unclear failure of the server is `unknown`', NONE, async (context) => {
  const create = context.method('create');
  for (const [status, code] of [
    [500, 'internal'],
    [504, 'timeout'],
  ] as const) {
    context.cluster.faults.fail(status);
    const error = await refusal(create(STORAGES, storage('new')), code);
    equal(error.outcome, 'unknown', `the outcome of ${status}`);
  }
});

check('a lost connection makes every write `unknown`', FEW, async (context) => {
  const { faults } = context.cluster;
  const writes: (() => Promise<unknown>)[] = [
    () => context.method('delete')(STORAGES, A),
    () => context.method('patch')(STORAGES, A, {}, { type: 'merge' }),
    () => context.method('apply')(STORAGES, storage('a')),
  ];
  for (const write of writes) {
    faults.disconnect();
    equal((await refusal(write(), 'unreachable')).outcome, 'unknown', 'the outcome');
  }
});

check('a write is sent once, whatever comes of it', FEW, async (context) => {
  const create = context.method('create');
  for (const status of [500, 503, 504]) {
    const before = context.wire.requests.length;
    context.cluster.faults.fail(status);
    await refusal(create(STORAGES, storage('new')), ['internal', 'unavailable', 'timeout']);
    equal(context.wire.requests.length - before, 1, `requests for a ${status}`);
  }
});

check('a merge patch changes what it says, and nothing else', FEW, async (context) => {
  const before = await context.source.get(STORAGES, A);
  const patch = { metadata: { labels: { added: 'yes' } } };
  const { object } = await context.method('patch')(STORAGES, A, patch, { type: 'merge' });
  equal(object.metadata?.labels, { added: 'yes' }, 'the labels');
  equal((object as BackupStorage).spec?.storage, (before as BackupStorage).spec?.storage, 'the storage');
  const removed = await context.method('patch')(
    STORAGES,
    A,
    { metadata: { labels: { added: null } } },
    { type: 'merge' },
  );
  equal(removed.object.metadata?.labels ?? {}, {}, 'the labels afterwards');
});

check('a JSON patch is carried out, and its test heeded', FEW, async (context) => {
  const patch = context.method('patch');
  const options: PatchOptions = { type: 'json' };
  const { object } = await patch(STORAGES, A, [{ op: 'add', path: '/metadata/labels', value: { x: 'y' } }], options);
  equal(object.metadata?.labels, { x: 'y' }, 'the labels');
  const test = [
    { op: 'test', path: '/metadata/labels/x', value: 'z' },
    { op: 'remove', path: '/metadata/labels' },
  ];
  await refusal(patch(STORAGES, A, test, options), 'invalid');
  equal((await context.source.get(STORAGES, A)).metadata?.labels, { x: 'y' }, 'the labels afterwards');
});

check('a patch of what has changed meanwhile is a `conflict`', FEW, async (context) => {
  const patch = context.method('patch');
  const { metadata } = await context.source.get(STORAGES, A);
  await context.put(storage('a', 'one', { labels: { other: 'hand' } }));
  const stale = { metadata: { resourceVersion: metadata?.resourceVersion, labels: { mine: 'yes' } } };
  const error = await refusal(patch(STORAGES, A, stale, { type: 'merge' }), 'conflict');
  equal([error.status, error.outcome], [409, 'not-applied'], 'status and outcome');
});

check('a dry-run patch changes nothing', FEW, async (context) => {
  const patch = { metadata: { labels: { tried: 'yes' } } };
  const { object } = await context.method('patch')(STORAGES, A, patch, { type: 'merge', dryRun: true });
  equal(object.metadata?.labels, { tried: 'yes' }, 'the labels of the answer');
  equal((await context.source.get(STORAGES, A)).metadata?.labels, undefined, 'the stored labels');
});

check('apply creates, and changes what it has applied', NONE, async (context) => {
  const apply = context.method('apply');
  const created = await apply(STORAGES, storage('new', 'one', { labels: { a: '1', b: '1' } }));
  present(created.object.metadata?.uid, 'the uid');
  const { object } = await apply(STORAGES, storage('new', 'one', { labels: { a: '2' } }));
  equal(object.metadata?.labels, { a: '2' }, 'the labels: what is applied no more is gone');
});

check("apply does not take another's field unless forced", NONE, async (context) => {
  const apply = context.method('apply');
  const labelled = (tier: string) => storage('new', 'one', { labels: { tier } });
  await apply(STORAGES, labelled('gold'), { fieldManager: 'first' });
  const error = await refusal(apply(STORAGES, labelled('tin'), { fieldManager: 'second' }), 'conflict');
  isTrue(error.message.includes('first'), `The message does not name the other manager: ${error.message}`);
  const { object } = await apply(STORAGES, labelled('tin'), { fieldManager: 'second', force: true });
  equal(object.metadata?.labels, { tier: 'tin' }, 'the labels');
});

check('apply needs a name', NONE, async (context) => {
  const { name: _name, ...metadata } = storage('x').metadata ?? {};
  await refusal(context.method('apply')(STORAGES, { ...storage('x'), metadata }), ['bad-request', 'unsupported']);
});

check('delete removes the object', FEW, async (context) => {
  equal(await context.method('delete')(STORAGES, A), { outcome: 'gone' }, 'the answer');
  await refusal(context.source.get(STORAGES, A), 'not-found');
  equal((await context.source.list(STORAGES)).items.length, 2, 'the objects that are left');
});

check('an object with finalizers is being deleted', NONE, async (context) => {
  await context.put(storage('a', 'one', { finalizers: ['kubestash.com/cleanup'] }));
  const result = await context.method('delete')(STORAGES, A);
  equal(result.outcome, 'deleting', 'the outcome');
  const object: KubernetesObject | undefined = result.outcome === 'deleting' ? result.object : undefined;
  present(object?.metadata?.deletionTimestamp, 'the deletionTimestamp');
  present((await context.source.get(STORAGES, A)).metadata?.deletionTimestamp, 'the stored deletionTimestamp');
});

check('what is not there cannot be deleted', FEW, async (context) => {
  const error = await refusal(context.method('delete')(STORAGES, { namespace: 'one', name: 'absent' }), 'not-found');
  equal(error.outcome, 'not-applied', 'the outcome');
});

check('nothing is deleted without a name', FEW, async (context) => {
  const attempt = context.method('delete')(STORAGES, { namespace: 'one', name: '' });
  await refusal(attempt, ['bad-request', 'not-found', 'unsupported']);
  equal((await context.source.list(STORAGES)).items.length, 3, 'the objects that are left');
});

check('delete heeds the uid that it was given', FEW, async (context) => {
  const remove = context.method('delete');
  const error = await refusal(remove(STORAGES, A, { preconditions: { uid: 'another' } }), 'conflict');
  equal(error.outcome, 'not-applied', 'the outcome');
  const { metadata } = await context.source.get(STORAGES, A);
  const uid = present(metadata?.uid, 'the uid');
  equal(await remove(STORAGES, A, { preconditions: { uid } }), { outcome: 'gone' }, 'the answer to the right uid');
});

check('delete heeds the resourceVersion that it was given', FEW, async (context) => {
  const remove = context.method('delete');
  const { metadata } = await context.source.get(STORAGES, A);
  const preconditions = { resourceVersion: present(metadata?.resourceVersion, 'the resourceVersion') };
  await context.put(storage('a', 'one', { labels: { touched: 'yes' } }));
  await refusal(remove(STORAGES, A, { preconditions }), 'conflict');
  present((await context.source.get(STORAGES, A)).metadata?.labels, 'the object that somebody touched');
});

check('a dry-run delete leaves the object', FEW, async (context) => {
  equal((await context.method('delete')(STORAGES, A, { dryRun: true })).outcome, 'gone', 'the outcome');
  equal((await context.source.get(STORAGES, A)).metadata?.name, 'a', 'the object');
});

check('warnings may hold commas, quotes and every script', NONE, async (context) => {
  const { wire } = context;
  const create = context.method('create');
  const texts = ['one, two, 299 - "three"', 'a \\ backslash', 'ein Gerät — 名前'];
  wire.intercept(() => {
    const header = texts.map((text) => `299 - "${text.replace(/[\\"]/g, '\\$&')}"`).join(', ');
    const bytes = Array.from(new TextEncoder().encode(header), (byte) => String.fromCharCode(byte)).join('');
    return Response.json(storage('new'), { status: 201, headers: { Warning: bytes } });
  });
  equal((await create(STORAGES, storage('new'))).warnings, texts, 'the warnings');
});

check('values of Secrets are in no URL', NONE, async (context) => {
  const { wire } = context;
  const create = context.method('create');
  await create(SECRETS, secret('new'), { fieldValidation: 'Strict', fieldManager: 'conformance' });
  await context.source.delete?.(SECRETS, { namespace: 'one', name: 'new' });
  for (const { url } of wire.requests) isTrue(!isLeak(url), 'A URL holds the value of a Secret');
});

check('values of Secrets are in no error, even when the server quotes them', WITH_SECRET, async (context) => {
  const { wire } = context;
  const create = context.method('create');
  const clear: Secret = { ...secret('new'), stringData: { token: SECRET_VALUE } };
  const body = JSON.stringify(clear);
  const cause = { field: 'data', message: `Invalid value: ${body}` };
  const status = {
    kind: 'Status',
    status: 'Failure',
    reason: 'Invalid',
    message: `refused: ${body}`,
    details: { causes: [cause] },
  };
  const answers = [
    () => Response.json({ ...status, code: 422 }, { status: 422, headers: { Warning: `299 - "${SECRET_VALUE}"` } }),
    () => new Response(`<html>${body}</html>`, { status: 502, headers: { 'Content-Type': 'text/html' } }),
    () => new Response(body.slice(0, -1), { status: 201, headers: { 'Content-Type': 'application/json' } }),
    () => new Response(body, { status: 500, headers: { 'Content-Type': 'text/plain' } }),
  ];
  for (const answer of answers) {
    const stop = wire.intercept(answer);
    const error = await refusal(create(SECRETS, clear), ['invalid', 'unavailable', 'protocol', 'internal']);
    stop();
    const said = [error.message, error.stack, String(error.cause), JSON.stringify(error), ...error.warnings];
    for (const text of [...said, ...error.causes.map(({ message }) => message)])
      isTrue(!isLeak(text ?? ''), `An error holds the value of a Secret (${error.code})`);
  }
});

check('a Secret that is refused says so without its values', NONE, async (context) => {
  const object: Secret = { ...secret('new'), data: { 'not a key': btoa(SECRET_VALUE) } };
  const error = await refusal(context.method('create')(SECRETS, object), 'invalid');
  isTrue(!isLeak(JSON.stringify([error.message, error.causes])), 'The error holds the value of a Secret');
});

check('writes carry the token against cross-site request forgery', FEW, async (context) => {
  const csrf = context.wire.csrf ?? context.skip('the host has no such token');
  await context.method('create')(STORAGES, storage('new'));
  await context.method('patch')(STORAGES, A, { metadata: { labels: { x: 'y' } } }, { type: 'merge' });
  await context.method('delete')(STORAGES, A);
  const written = context.wire.requests.filter(({ method }) => method !== 'GET');
  equal(written.length, 3, 'the number of writes');
  for (const { headers, method } of written) equal(headers.get(csrf.name), csrf.value, `the token of ${method}`);
});

check('writes say that they are JSON', FEW, async (context: CheckContext) => {
  await context.method('create')(STORAGES, storage('new'));
  const { headers, body } = present(
    context.wire.requests.find(({ method }) => method === 'POST'),
    'the request',
  );
  isTrue(/^application\/json\b/.test(headers.get('Content-Type') ?? ''), 'The Content-Type is not application/json');
  equal((JSON.parse(body) as KubernetesObject).kind, 'BackupStorage', 'the kind in the body');
});

function isLeak(text: string): boolean {
  return [SECRET_VALUE, btoa(SECRET_VALUE)].some(
    (value) => text.includes(value) || text.includes(encodeURIComponent(value)),
  );
}
