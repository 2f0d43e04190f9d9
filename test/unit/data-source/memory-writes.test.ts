import { expect } from 'chai';
import { MemoryCluster } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, NAMESPACES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../../src/model/types.js';
import { errorOf, FakeTime, namespace, secret, settled, storage } from './memory-helpers.js';

const key = (name: string) => ({ namespace: 'demo', name });

function setup() {
  const time = new FakeTime();
  const cluster = new MemoryCluster({ objects: [namespace('demo')], ...time, operator: false });
  return { time, cluster, source: cluster.dataSource() };
}

describe('memory cluster: creating', () => {
  it('completes and stores the object, and tells the watches', async () => {
    const { cluster, source } = setup();
    const since = cluster.resourceVersion;
    const { object, warnings } = await source.create<BackupStorage>(BACKUP_STORAGES, storage('a'), {
      fieldManager: 'console',
    });
    expect(warnings).to.deep.equal([]);
    const { metadata } = object;
    expect(metadata).to.include({
      name: 'a',
      namespace: 'demo',
      generation: 1,
      creationTimestamp: '2026-08-20T12:00:00Z',
    });
    expect(metadata?.uid).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(metadata?.resourceVersion).to.equal(cluster.resourceVersion);
    expect(metadata?.managedFields).to.have.length(1);
    expect(metadata?.managedFields?.[0]).to.include({ manager: 'console', operation: 'Update' });
    expect(object.spec).to.deep.equal({
      deletionPolicy: 'Delete',
      runtimeSettings: {},
      storage: { provider: 's3', s3: { bucket: 'a', region: 'us-east-1' } },
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
    });
    expect(cluster.get(BACKUP_STORAGES, key('a'))).to.equal(object);
    for await (const event of source.watch(BACKUP_STORAGES, { resourceVersion: since })) {
      expect(event).to.deep.equal({ type: 'ADDED', object });
      break;
    }
  });

  it('leaves no trace of a dry run', async () => {
    const { cluster, source } = setup();
    const before = cluster.resourceVersion;
    const { object } = await source.create<BackupStorage>(BACKUP_STORAGES, storage('a'), { dryRun: true });
    expect(object.metadata?.uid).to.be.a('string');
    expect(object.metadata?.resourceVersion).to.equal(undefined);
    expect(object.spec?.deletionPolicy).to.equal('Delete');
    await source.create(SECRETS, secret('s', { a: 'b' }), { dryRun: true });
    expect(cluster.resourceVersion).to.equal(before);
    expect(cluster.objects()).to.have.length(1);
    expect((await errorOf(source.get(BACKUP_STORAGES, key('a')))).code).to.equal('not-found');
  });

  it('makes up a name', async () => {
    const { source } = setup();
    const object: BackupStorage = { ...storage(''), metadata: { namespace: 'demo', generateName: 'nightly-' } };
    const { object: first } = await source.create(BACKUP_STORAGES, object);
    expect(first.metadata?.name).to.match(/^nightly-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    const other: BackupStorage = { ...object, spec: { storage: { provider: 'local' } } };
    const { object: second } = await source.create(BACKUP_STORAGES, other);
    expect(second.metadata?.name).to.not.equal(first.metadata?.name);
  });

  it('refuses what exists, dry or not, after everything else', async () => {
    const { source } = setup();
    await source.create(BACKUP_STORAGES, storage('a'));
    for (const dryRun of [true, false]) {
      const error = await errorOf(source.create(BACKUP_STORAGES, storage('a'), { dryRun }));
      expect(error).to.include({
        code: 'already-exists',
        status: 409,
        reason: 'AlreadyExists',
        outcome: 'not-applied',
      });
      expect(error.message).to.equal('backupstorages.storage.kubestash.com "a" already exists');
    }
    const faulty = storage('a', { deletionPolicy: 'Retain' });
    expect((await errorOf(source.create(BACKUP_STORAGES, faulty))).code).to.equal('invalid');
    await source.create(SECRETS, secret('s', {}));
    expect((await errorOf(source.create(SECRETS, secret('s', {})))).message).to.equal('secrets "s" already exists');
  });

  it('refuses a missing namespace, one that is going, and none', async () => {
    const { cluster, source } = setup();
    const missing = await errorOf(source.create(BACKUP_STORAGES, storage('a', undefined, 'nowhere')));
    expect(missing).to.include({ code: 'not-found', message: 'namespaces "nowhere" not found' });
    cluster.apply({ ...namespace('old'), metadata: { name: 'old', deletionTimestamp: '2026-08-20T11:00:00Z' } });
    const going = await errorOf(source.create(BACKUP_STORAGES, storage('a', undefined, 'old')));
    expect(going).to.include({ code: 'forbidden', admission: false });
    expect(going.message).to.equal(
      'backupstorages.storage.kubestash.com "a" is forbidden: unable to create new content in namespace old because it is being terminated',
    );
    const none = await errorOf(source.create(BACKUP_STORAGES, { ...storage('a'), metadata: { name: 'a' } }));
    expect(none).to.include({ code: 'unsupported', status: 405 });
  });

  it('creates Namespaces with what they always carry', async () => {
    const { source } = setup();
    const { object } = await source.create(NAMESPACES, {
      ...namespace('new'),
      metadata: { name: 'new', labels: { a: 'b' } },
    });
    expect(object.metadata?.labels).to.deep.equal({ a: 'b', 'kubernetes.io/metadata.name': 'new' });
    expect(object).to.deep.include({ status: { phase: 'Active' } });
    expect((await errorOf(source.create(NAMESPACES, namespace('not.a.label')))).code).to.equal('invalid');
  });

  it('reads the object when it is called, and leaves it alone', async () => {
    const { cluster, source } = setup();
    const object = storage('a');
    const copy = structuredClone(object);
    const created = source.create(BACKUP_STORAGES, object);
    object.spec!.deletionPolicy = 'WipeOut';
    await created;
    expect(cluster.get<BackupStorage>(BACKUP_STORAGES, key('a'))?.spec?.deletionPolicy).to.equal('Delete');
    expect(object.metadata).to.deep.equal(copy.metadata);
  });
});

describe('memory cluster: Secrets', () => {
  it('folds stringData over data and answers base64 only', async () => {
    const { source } = setup();
    const manifest: Secret = { ...secret('s', { a: 'ключ\n', b: 'new' }), data: { b: btoa('old'), c: btoa('x') } };
    const { object } = await source.create<Secret>(SECRETS, manifest);
    expect(object).to.not.have.property('stringData');
    expect(object.type).to.equal('Opaque');
    expect(object.data).to.deep.equal({ a: '0LrQu9GO0YcK', b: btoa('new'), c: btoa('x') });
    expect(object.metadata).to.not.have.property('generation');
    expect(JSON.stringify(object.metadata?.managedFields)).to.not.match(/stringData|ключ/);
    const patched = await source.patch<Secret>(SECRETS, key('s'), { stringData: { b: 'newer' } }, { type: 'merge' });
    expect(patched.object.data).to.deep.equal({ a: '0LrQu9GO0YcK', b: btoa('newer'), c: btoa('x') });
    expect(patched.object).to.not.have.property('stringData');
  });

  it('names values in no refusal', async () => {
    const { source } = setup();
    const tries: [Record<string, unknown>, string, string][] = [
      [
        { data: { a: 'hunter2!' } },
        'bad-request',
        'Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte 7',
      ],
      [
        { data: { a: 'hunter2' } },
        'bad-request',
        'Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte 4',
      ],
      [
        { stringData: { a: 12345678 } },
        'bad-request',
        'Secret in version "v1" cannot be handled as a Secret: json: cannot unmarshal number into Go struct field Secret.stringData of type string',
      ],
      [
        { stringData: { a: 'hunter2' }, spec: 'hunter2' },
        'bad-request',
        'Secret in version "v1" cannot be handled as a Secret: strict decoding error: unknown field "spec"',
      ],
      [
        { stringData: { 'a b': 'hunter2' } },
        'invalid',
        `Secret "s" is invalid: data[a b]: Invalid value: "a b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
      ],
      [
        { stringData: { a: 'hunter2'.repeat(200_000) } },
        'invalid',
        'Secret "s" is invalid: data: Too long: may not be more than 1048576 bytes',
      ],
    ];
    for (const [members, code, message] of tries) {
      const object = { ...secret('s', {}), ...members } as Secret;
      const error = await errorOf(source.create(SECRETS, object, { fieldValidation: 'Strict' }));
      expect(error).to.include({ code, message });
      expect(JSON.stringify(error) + String(error.stack)).to.not.match(/hunter2|12345678/);
    }
    await source.create(SECRETS, secret('t', { a: 'hunter2' }));
    const options = { type: 'merge', fieldValidation: 'Strict' } as const;
    const error = await errorOf(
      source.patch(SECRETS, key('t'), { stringData: { b: 'hunter2' }, x: 'hunter2' }, options),
    );
    expect(error.message)
      .to.match(/unknown field "x"$/)
      .and.not.match(/hunter2|aHVudGVyMg/);
    const test = [{ op: 'test', path: '/data/a', value: 'hunter2' }];
    const failed = await errorOf(source.patch(SECRETS, key('t'), test, { type: 'json' }));
    expect(JSON.stringify(failed.causes) + failed.message).to.not.match(/hunter2|aHVudGVyMg/);
  });

  it('keeps type and immutable data', async () => {
    const { source } = setup();
    await source.create(SECRETS, { ...secret('s', { a: 'b' }), immutable: true } as Secret);
    const data = await errorOf(source.patch(SECRETS, key('s'), { stringData: { a: 'c' } }, { type: 'merge' }));
    expect(data.message).to.equal('Secret "s" is invalid: data: Forbidden: field is immutable when `immutable` is set');
    const type = await errorOf(source.patch(SECRETS, key('s'), { type: 'other' }, { type: 'merge' }));
    expect(type.message).to.equal('Secret "s" is invalid: type: Invalid value: "other": field is immutable');
  });
});

describe('memory cluster: updating', () => {
  const conflict = (name: string): string =>
    `Operation cannot be fulfilled on backupstorages.storage.kubestash.com "${name}": the object has been modified; please apply your changes to the latest version and try again`;

  it('merges patches, counts generations of the spec only, and makes no event of nothing', async () => {
    const { cluster, source } = setup();
    const { object: created } = await source.create<BackupStorage>(BACKUP_STORAGES, storage('a'));
    const merge = (patch: unknown) => source.patch<BackupStorage>(BACKUP_STORAGES, key('a'), patch, { type: 'merge' });
    const { object: labelled } = await merge({ metadata: { labels: { x: 'y', z: 'w' } } });
    expect(labelled.metadata).to.include({ generation: 1, uid: created.metadata?.uid });
    const { object: changed } = await merge({ metadata: { labels: { z: null } }, spec: { deletionPolicy: 'WipeOut' } });
    expect(changed.metadata?.labels).to.deep.equal({ x: 'y' });
    expect(changed.metadata?.generation).to.equal(2);
    const before = cluster.resourceVersion;
    expect((await merge({ spec: { deletionPolicy: 'WipeOut' } })).object).to.equal(changed);
    // Removing a defaulted field brings the default back.
    expect((await merge({ spec: { deletionPolicy: null } })).object.spec?.deletionPolicy).to.equal('Delete');
    expect(cluster.resourceVersion).to.not.equal(before);
  });

  it('applies JSON patches', async () => {
    const { source } = setup();
    await source.create(BACKUP_STORAGES, storage('a'));
    const json = (patch: unknown) => source.patch<BackupStorage>(BACKUP_STORAGES, key('a'), patch, { type: 'json' });
    const { object } = await json([
      { op: 'test', path: '/spec/deletionPolicy', value: 'Delete' },
      { op: 'replace', path: '/spec/deletionPolicy', value: 'WipeOut' },
      { op: 'add', path: '/metadata/labels', value: { 'a/b': 'c' } },
      { op: 'copy', from: '/metadata/labels/a~1b', path: '/metadata/labels/d' },
      { op: 'move', from: '/metadata/labels/a~1b', path: '/metadata/labels/e' },
      { op: 'add', path: '/metadata/finalizers', value: ['x/b'] },
      { op: 'add', path: '/metadata/finalizers/0', value: 'x/a' },
      { op: 'add', path: '/metadata/finalizers/-', value: 'x/c' },
      { op: 'remove', path: '/metadata/finalizers/1' },
    ]);
    expect(object.spec?.deletionPolicy).to.equal('WipeOut');
    expect(object.metadata?.labels).to.deep.equal({ d: 'c', e: 'c' });
    expect(object.metadata?.finalizers).to.deep.equal(['x/a', 'x/c']);
    for (const patch of [
      [{ op: 'test', path: '/spec/deletionPolicy', value: 'Delete' }],
      [{ op: 'remove', path: '/spec/nothing' }],
      [{ op: 'replace', path: '/metadata/finalizers/7', value: 'x' }],
      [{ op: 'conjure', path: '/spec' }],
      {},
    ]) {
      const error = await errorOf(json(patch));
      expect(error).to.include({ code: 'invalid', status: 422 });
      expect(error.message).to.equal('the server rejected our request due to an error in our request');
      expect(error.causes).to.have.length(1);
    }
    expect((await errorOf(source.patch(BACKUP_STORAGES, key('a'), [], { type: 'merge' }))).code).to.equal(
      'bad-request',
    );
  });

  it('does not change what only the server writes', async () => {
    const { source } = setup();
    const { object: created } = await source.create<BackupStorage>(BACKUP_STORAGES, storage('a'));
    const patch = {
      metadata: { creationTimestamp: '2020-01-01T00:00:00Z', generation: 9, managedFields: [] },
      status: { phase: 'Ready' },
    };
    const { object } = await source.patch(BACKUP_STORAGES, key('a'), patch, { type: 'merge' });
    expect(object).to.equal(created);
    const rename = await errorOf(
      source.patch(BACKUP_STORAGES, key('a'), { metadata: { name: 'b' } }, { type: 'merge' }),
    );
    expect(rename.message).to.equal('the name of the object (b) does not match the name on the URL (a)');
    const move = { metadata: { namespace: 'other' } };
    expect((await errorOf(source.patch(BACKUP_STORAGES, key('a'), move, { type: 'merge' }))).message).to.equal(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  });

  it('refuses an old resourceVersion, and a replacement without one', async () => {
    const { source } = setup();
    const { object: old } = await source.create<BackupStorage>(BACKUP_STORAGES, storage('a'));
    const change = (policy: string): BackupStorage => ({ ...old, spec: { ...old.spec, deletionPolicy: policy } });
    const { object } = await source.update<BackupStorage>(BACKUP_STORAGES, change('WipeOut'));
    expect(object.spec?.deletionPolicy).to.equal('WipeOut');
    const stale = await errorOf(source.update(BACKUP_STORAGES, change('Delete')));
    expect(stale).to.include({ code: 'conflict', reason: 'Conflict', message: conflict('a') });
    const { resourceVersion } = old.metadata ?? {};
    const patch = { metadata: { resourceVersion }, spec: { default: true } };
    expect((await errorOf(source.patch(BACKUP_STORAGES, key('a'), patch, { type: 'merge' }))).code).to.equal(
      'conflict',
    );
    const { resourceVersion: _none, ...metadata } = old.metadata ?? {};
    expect((await errorOf(source.update(BACKUP_STORAGES, { ...old, metadata }))).message).to.equal(
      'backupstorages.storage.kubestash.com "a" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be specified for an update',
    );
    expect((await errorOf(source.update(BACKUP_STORAGES, storage('nothing')))).code).to.equal('not-found');
  });

  it('leaves no trace of a dry run', async () => {
    const { cluster, source } = setup();
    const { object: created } = await source.create<BackupStorage>(BACKUP_STORAGES, storage('a'));
    const options = { type: 'merge', dryRun: true } as const;
    const { object } = await source.patch<BackupStorage>(
      BACKUP_STORAGES,
      key('a'),
      { spec: { default: true } },
      options,
    );
    expect(object.spec?.default).to.equal(true);
    expect(object.metadata?.generation).to.equal(2);
    expect(cluster.get(BACKUP_STORAGES, key('a'))).to.equal(created);
    expect(cluster.resourceVersion).to.equal(created.metadata?.resourceVersion);
  });

  it('pollutes no prototype', async () => {
    const { source } = setup();
    await source.create(BACKUP_STORAGES, storage('a'));
    const patch: unknown = JSON.parse('{"__proto__": {"polluted": 1}, "metadata": {"labels": {"__proto__": "x"}}}');
    await source.patch(BACKUP_STORAGES, key('a'), patch, { type: 'merge' });
    const operation = [{ op: 'add', path: '/metadata/__proto__', value: { polluted: 1 } }];
    await source.patch(BACKUP_STORAGES, key('a'), operation, { type: 'json' }).catch(() => undefined);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });
});

describe('memory cluster: server-side apply', () => {
  const apply = (
    source: ReturnType<typeof setup>['source'],
    spec: BackupStorage['spec'],
    manager: string,
    force = false,
  ) => source.apply<BackupStorage>(BACKUP_STORAGES, storage('a', spec), { fieldManager: manager, force });

  it('creates, merges, and removes what is no longer applied', async () => {
    const { cluster, source } = setup();
    const { object } = await apply(source, { deletionPolicy: 'WipeOut', storage: { provider: 'local' } }, 'one');
    expect(object.spec?.deletionPolicy).to.equal('WipeOut');
    const second = await apply(source, { default: true }, 'two');
    expect(second.object.spec).to.deep.include({ default: true, deletionPolicy: 'WipeOut' });
    const third = await apply(source, { storage: { provider: 'local' } }, 'one');
    // The default takes the place of what nobody applies any more.
    expect(third.object.spec).to.deep.include({ default: true, deletionPolicy: 'Delete' });
    const before = cluster.resourceVersion;
    expect((await apply(source, { storage: { provider: 'local' } }, 'one')).object).to.equal(third.object);
    expect(cluster.resourceVersion).to.equal(before);
  });

  it('refuses to take fields from others unless forced', async () => {
    const { source } = setup();
    await source.create(BACKUP_STORAGES, storage('a', { default: true, storage: { provider: 'local' } }), {
      fieldManager: 'console',
    });
    const one = await errorOf(apply(source, { storage: { provider: 'gcs' } }, 'me'));
    expect(one).to.include({ code: 'conflict', status: 409, reason: 'Conflict' });
    expect(one.message).to.equal(
      'Apply failed with 1 conflict: conflict with "console" using storage.kubestash.com/v1alpha1: .spec.storage.provider',
    );
    expect(one.causes).to.deep.equal([
      {
        reason: 'FieldManagerConflict',
        message: 'conflict with "console" using storage.kubestash.com/v1alpha1',
        field: '.spec.storage.provider',
      },
    ]);
    const two = await errorOf(apply(source, { default: false, storage: { provider: 'gcs' } }, 'me'));
    expect(two.message).to.equal(
      'Apply failed with 2 conflicts: conflicts with "console" using storage.kubestash.com/v1alpha1:\n- .spec.default\n- .spec.storage.provider',
    );
    const { object } = await apply(source, { storage: { provider: 'gcs', gcs: { bucket: 'b' } } }, 'me', true);
    expect(object.spec?.storage?.provider).to.equal('gcs');
    const again = await errorOf(apply(source, { storage: { provider: 's3', s3: { bucket: 'b' } } }, 'other'));
    expect(again.message).to.equal('Apply failed with 1 conflict: conflict with "me": .spec.storage.provider');
    // The same value is shared, not fought over.
    await apply(source, { storage: { provider: 'gcs' } }, 'other');
  });

  it('takes over objects that nobody tracked', async () => {
    const { cluster, source } = setup();
    cluster.apply(storage('a', { default: true, storage: { provider: 'local' } }));
    const error = await errorOf(apply(source, { default: false }, 'me'));
    expect(error.message).to.match(
      /conflict with "before-first-apply" using storage.kubestash.com\/v1alpha1: .spec.default$/,
    );
    const { object } = await apply(source, { default: false }, 'me', true);
    expect(object.spec).to.deep.include({ default: false, storage: { provider: 'local' } });
  });

  it('knows every field that it is given', async () => {
    const { source } = setup();
    const spec = { storage: { provider: 'local', foo: {} }, bar: 1 } as BackupStorage['spec'];
    const error = await errorOf(apply(source, spec, 'me'));
    expect(error).to.include({ code: 'internal', status: 500 });
    expect(error.message).to.equal(
      'failed to create typed patch object (demo/a; storage.kubestash.com/v1alpha1, Kind=BackupStorage): errors:\n' +
        '  .spec.bar: field not declared in schema\n  .spec.storage.foo: field not declared in schema',
    );
    const managed = { ...storage('a'), metadata: { ...storage('a').metadata, managedFields: [{}] } };
    expect((await errorOf(source.apply(BACKUP_STORAGES, managed))).message).to.equal(
      'metadata.managedFields must be nil',
    );
    const nameless = await errorOf(source.apply(BACKUP_STORAGES, { ...storage('a'), metadata: { namespace: 'demo' } }));
    expect(nameless.code).to.equal('unsupported');
  });
});

describe('memory cluster: deleting', () => {
  it('removes at once what has no finalizer', async () => {
    const { cluster, source } = setup();
    await source.create(SECRETS, secret('s', {}));
    expect(await source.delete(SECRETS, key('s'), { dryRun: true })).to.deep.equal({ outcome: 'gone' });
    expect(cluster.get(SECRETS, key('s'))).to.not.equal(undefined);
    expect(await source.delete(SECRETS, key('s'))).to.deep.equal({ outcome: 'gone' });
    const error = await errorOf(source.delete(SECRETS, key('s')));
    expect(error).to.include({ code: 'not-found', message: 'secrets "s" not found' });
  });

  it('checks preconditions', async () => {
    const { source } = setup();
    const { object } = await source.create(SECRETS, secret('s', {}));
    const { uid = '', resourceVersion = '' } = object.metadata ?? {};
    const other = await errorOf(source.delete(SECRETS, key('s'), { preconditions: { uid: 'x' } }));
    expect(other).to.include({ code: 'conflict', status: 409, reason: 'Conflict', outcome: 'not-applied' });
    expect(other.message).to.equal(
      `Operation cannot be fulfilled on Secret "s": the UID in the precondition (x) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
    await source.patch(SECRETS, key('s'), { stringData: { a: 'b' } }, { type: 'merge' });
    const stale = await errorOf(source.delete(SECRETS, key('s'), { preconditions: { uid, resourceVersion } }));
    const now = (await source.get(SECRETS, key('s'))).metadata?.resourceVersion;
    expect(stale.message).to.equal(
      `Operation cannot be fulfilled on Secret "s": the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${now}). The object might have been modified`,
    );
    const preconditions = { uid, resourceVersion: now ?? '' };
    expect(await source.delete(SECRETS, key('s'), { preconditions })).to.deep.equal({ outcome: 'gone' });
    const created = await source.create(BACKUP_STORAGES, storage('a'));
    const named = await errorOf(source.delete(BACKUP_STORAGES, key('a'), { preconditions: { uid: 'x' } }));
    expect(named.message).to.contain('fulfilled on BackupStorage.storage.kubestash.com "a": the UID');
    expect(created.object.metadata?.name).to.equal('a');
  });

  it('marks what finalizers keep, and removes it with the last of them', async () => {
    const { cluster, source } = setup();
    const object = { ...storage('a'), metadata: { ...storage('a').metadata, finalizers: ['x/one', 'x/two'] } };
    await source.create(BACKUP_STORAGES, object);
    const dry = await source.delete(BACKUP_STORAGES, key('a'), { dryRun: true });
    expect(dry.outcome).to.equal('deleting');
    expect(cluster.get(BACKUP_STORAGES, key('a'))?.metadata?.deletionTimestamp).to.equal(undefined);
    const result = await source.delete(BACKUP_STORAGES, key('a'));
    expect(result.outcome).to.equal('deleting');
    const stored = cluster.get(BACKUP_STORAGES, key('a'));
    expect(stored?.metadata).to.include({
      deletionTimestamp: '2026-08-20T12:00:00Z',
      deletionGracePeriodSeconds: 0,
      generation: 2,
    });
    const before = cluster.resourceVersion;
    expect((await source.delete(BACKUP_STORAGES, key('a'))).outcome).to.equal('deleting');
    expect(cluster.resourceVersion).to.equal(before);
    const patch = (finalizers: string[] | null) =>
      source.patch(BACKUP_STORAGES, key('a'), { metadata: { finalizers } }, { type: 'merge' });
    expect((await errorOf(patch(['x/one', 'x/three']))).message).to.equal(
      'BackupStorage.storage.kubestash.com "a" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"x/three"}',
    );
    await patch(['x/two']);
    expect(cluster.get(BACKUP_STORAGES, key('a'))?.metadata?.finalizers).to.deep.equal(['x/two']);
    const watch = source.watch(BACKUP_STORAGES, { resourceVersion: cluster.resourceVersion })[Symbol.asyncIterator]();
    const event = watch.next();
    await settled();
    await patch(null);
    expect(cluster.get(BACKUP_STORAGES, key('a'))).to.equal(undefined);
    expect((await event).value).to.include({ type: 'DELETED' });
    await watch.return?.();
  });

  it('empties a namespace with it', async () => {
    const { cluster, source } = setup();
    await source.create(BACKUP_STORAGES, storage('a'));
    await source.create(SECRETS, secret('s', {}));
    expect(await source.delete(NAMESPACES, { name: 'demo' })).to.deep.equal({ outcome: 'gone' });
    expect(cluster.objects()).to.deep.equal([]);
  });
});

describe('memory cluster: the host’s own hand', () => {
  it('replaces without validation, keeping what manifests do not mention', () => {
    const { cluster } = setup();
    const first = cluster.apply<BackupStorage>({
      ...storage('a', { deletionPolicy: 'nonsense' }),
      metadata: { name: 'a', namespace: 'fresh', finalizers: ['x/y'] },
      status: { phase: 'Ready' },
    });
    expect(cluster.get(NAMESPACES, { name: 'fresh' })).to.not.equal(undefined);
    expect(first.metadata).to.include({ generation: 1 });
    const second = cluster.apply(storage('a', { deletionPolicy: 'Delete' }, 'fresh'));
    expect(second.metadata).to.include({ uid: first.metadata?.uid, generation: 2 });
    expect(second.metadata?.finalizers).to.deep.equal(['x/y']);
    expect(second.status).to.deep.equal({ phase: 'Ready' });
    const before = cluster.resourceVersion;
    expect(cluster.apply(storage('a', { deletionPolicy: 'Delete' }, 'fresh'))).to.equal(second);
    expect(cluster.resourceVersion).to.equal(before);
    expect(cluster.remove(BACKUP_STORAGES, { namespace: 'fresh', name: 'a' })).to.equal(true);
    expect(cluster.remove(BACKUP_STORAGES, { namespace: 'fresh', name: 'a' })).to.equal(false);
  });

  it('gives generations to custom resources only, and folds Secrets', () => {
    const { cluster } = setup();
    const stored = cluster.apply(secret('s', { a: 'b' }));
    expect(stored).to.not.have.property('stringData');
    expect(stored.data).to.deep.equal({ a: btoa('b') });
    expect(stored.metadata).to.not.have.property('generation');
    expect(() => cluster.apply({ ...storage('x'), metadata: {} })).to.throw(TypeError);
  });
});
