import { expect } from 'chai';
import {
  ATTEMPT_ANNOTATION,
  createStorage,
  removeLeftBehind,
  type LeftBehind,
  type PlanResult,
} from '../../../src/manifest/creation-plan.js';
import { UnsupportedManifest } from '../../../src/manifest/draft.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../../src/model/types.js';
import { CREDENTIALS, named, NAMESPACE, nth, Plan, RIVAL, SECRET, STORAGE } from './plan-helpers.js';

type Refused = Extract<PlanResult, { outcome: 'refused' }>;

async function refusal(plan: Plan, ...args: Parameters<Plan['run']>): Promise<Refused> {
  const result = await plan.run(...args);
  expect(result.outcome).to.equal('refused');
  return result as Refused;
}

const FIRST_TIME = ['review', 'dry-run Secret', 'dry-run BackupStorage', 'create Secret', 'create BackupStorage'];

describe('manifest: creation plan', () => {
  it('checks both, then creates the Secret and then the storage', async () => {
    const plan = new Plan();
    const result = await plan.run();
    expect(plan.requests).to.deep.equal(FIRST_TIME);
    expect(plan.progress).to.deep.equal([
      ...[
        'access running',
        'access done',
        'check running',
        'check done',
        'secret running',
        'secret done',
        'storage running',
        'storage done',
      ],
    ]);
    expect(result.outcome).to.equal('created');
    expect(plan.secret!.metadata!.annotations).to.deep.equal({ [ATTEMPT_ANNOTATION]: 'attempt-1' });
    expect(plan.storage!.metadata!.annotations).to.deep.equal({ [ATTEMPT_ANNOTATION]: 'attempt-1' });
    expect(plan.secret!.data).to.deep.equal({
      AWS_ACCESS_KEY_ID: btoa(CREDENTIALS.AWS_ACCESS_KEY_ID),
      AWS_SECRET_ACCESS_KEY: btoa(CREDENTIALS.AWS_SECRET_ACCESS_KEY),
    });
    expect(JSON.stringify(plan.storage!.metadata!.managedFields)).to.contain('"manager":"backupstorage-elements"');
    expect(plan.waits).to.deep.equal([]);
  });

  it('answers the stored objects, the Secret without its values', async () => {
    const plan = new Plan();
    const result = (await plan.run()) as Extract<PlanResult, { outcome: 'created' }>;
    expect(result.storage.metadata!.uid).to.equal(plan.storage!.metadata!.uid);
    expect(result.secret).to.have.all.keys('apiVersion', 'kind', 'metadata', 'type');
    expect(result.secret!.metadata!.uid).to.equal(plan.secret!.metadata!.uid);
    expect(result.warnings).to.deep.equal([]);
  });

  it('keeps the annotations that are there, and changes nothing that it was given', async () => {
    const plan = new Plan();
    const storage = { ...STORAGE, metadata: { ...STORAGE.metadata, annotations: { mine: 'x' } } };
    const copy = structuredClone([storage, SECRET]);
    const objects = [storage, SECRET];
    await plan.run(objects);
    expect(objects).to.deep.equal(copy);
    expect(plan.storage!.metadata!.annotations).to.deep.equal({ mine: 'x', [ATTEMPT_ANNOTATION]: 'attempt-1' });
  });

  it('creates a storage without a Secret', async () => {
    const plan = new Plan();
    const result = await plan.run([STORAGE]);
    expect(plan.requests).to.deep.equal(['review', 'dry-run BackupStorage', 'create BackupStorage']);
    expect(plan.progress.slice(2)).to.deep.equal(['check running', 'check done', 'storage running', 'storage done']);
    expect(result).to.not.have.property('secret');
  });

  it('rejects what is no pair before it asks for anything', async () => {
    const plan = new Plan();
    const thrown = await plan.run([SECRET]).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(UnsupportedManifest);
    expect(plan.requests).to.deep.equal([]);
  });

  it('writes nothing when the check of either is refused', async () => {
    const plan = new Plan({ objects: [NAMESPACE, RIVAL] });
    const denied = await refusal(plan);
    expect(denied).to.include({ refused: 'storage' });
    expect(denied.error).to.include({ code: 'forbidden', admission: true, outcome: 'not-applied' });
    expect(denied).to.not.have.property('leftBehind');
    expect(plan.progress.slice(2)).to.deep.equal(['check running', 'check failed']);
    expect(plan.infos.filter(({ verb, dryRun }) => !['get', 'review'].includes(verb) && !dryRun)).to.deep.equal([]);

    const other = new Plan();
    const long = await refusal(other, [{ ...SECRET, stringData: { 'a b': 'hunter2-clear-key' } } as Secret, STORAGE]);
    expect(long).to.include({ refused: 'secret' });
    expect(long.error.causes[0]).to.include({ field: 'data[a b]' });
    expect(other.cluster.objects(SECRETS)).to.deep.equal([]);
    expect(other.storage).to.equal(undefined);
  });

  it('sends unknown fields for the server to refuse', async () => {
    const typo = { ...STORAGE, spec: { ...STORAGE.spec, local: {} } } as BackupStorage;
    const { error } = await refusal(new Plan(), [SECRET, typo]);
    expect(error.code).to.equal('bad-request');
    expect(error.message).to.contain('unknown field "spec.local"');
  });

  it('tells when a Secret of that name is there already', async () => {
    for (const annotations of [undefined, { [ATTEMPT_ANNOTATION]: 'another' }]) {
      const other = { ...SECRET, metadata: { ...SECRET.metadata, ...(annotations && { annotations }) } };
      const plan = new Plan({ objects: [NAMESPACE, other] });
      const result = await refusal(plan);
      expect(result).to.include({ refused: 'secret' });
      expect(result.error).to.include({ code: 'already-exists', outcome: 'not-applied' });
      expect(result).to.not.have.property('leftBehind');
      expect(plan.secret!.metadata!.annotations).to.deep.equal(annotations);
      expect(plan.storage).to.equal(undefined);
    }
  });

  it('tells when a storage of that name is there already', async () => {
    const plan = new Plan({ objects: [NAMESPACE, STORAGE] });
    const result = await refusal(plan);
    expect(result).to.include({ refused: 'storage' });
    expect(result.error).to.include({ code: 'already-exists', outcome: 'not-applied' });
    expect(plan.secret).to.equal(undefined);
  });

  it('never asks for the values of a Secret', async () => {
    const plan = new Plan();
    plan.faults.loseAnswer({ when: named('create Secret') });
    expect((await plan.run()).outcome).to.equal('created');
    expect(plan.requests.filter((request) => request.endsWith(' Secret'))).to.deep.equal([
      ...['dry-run Secret', 'create Secret', 'list Secret'],
    ]);
  });

  describe('roll-back', () => {
    it('removes the Secret when the webhook refuses the storage after all', async () => {
      const plan = new Plan();
      plan.at('create Secret', () => plan.cluster.apply(RIVAL));
      const result = await refusal(plan);
      expect(result).to.include({ refused: 'storage' });
      expect(result.error.message).to.contain('no two BackupStorage should point to the same directory');
      expect(result).to.not.have.property('leftBehind');
      expect(plan.secret).to.equal(undefined);
      expect(plan.requests).to.deep.equal([...FIRST_TIME, 'get BackupStorage', 'delete Secret']);
      expect(plan.progress.slice(-4)).to.deep.equal([
        ...['storage running', 'storage failed', 'roll-back running', 'roll-back done'],
      ]);
    });

    it('leaves a Secret that somebody has touched', async () => {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      plan.at('delete Secret', () =>
        plan.cluster.apply({ ...plan.secret!, metadata: { ...plan.secret!.metadata, labels: { touched: 'yes' } } }),
      );
      const { leftBehind } = await refusal(plan);
      expect(leftBehind).to.deep.include({ namespace: 'demo', name: 's3-storage-cred' });
      expect(leftBehind!.error.code).to.equal('conflict');
      expect(plan.secret!.metadata!.labels).to.deep.equal({ touched: 'yes' });
      expect(plan.progress.at(-1)).to.equal('roll-back failed');
    });

    it('leaves alone what has taken the Secret’s place', async () => {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      plan.at('delete Secret', () => {
        plan.cluster.remove(SECRETS, SECRET.metadata as { name: string });
        plan.cluster.apply(SECRET);
      });
      const result = await refusal(plan);
      expect(result).to.not.have.property('leftBehind');
      expect(plan.secret).to.not.equal(undefined);
    });

    it('is content when somebody else has removed the Secret', async () => {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      plan.at('delete Secret', () => plan.cluster.remove(SECRETS, SECRET.metadata as { name: string }));
      expect(await refusal(plan)).to.not.have.property('leftBehind');
    });

    it('says so when it may not', async () => {
      const plan = new Plan({
        rules: [
          { resources: ['secrets'], verbs: ['create', 'list'] },
          { resources: ['backupstorages'], verbs: ['*'] },
        ],
      });
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      const { error, leftBehind } = await refusal(plan);
      expect(error.admission).to.equal(true);
      expect(leftBehind!.error).to.include({ code: 'forbidden', admission: false });
      expect(plan.secret).to.not.equal(undefined);
    });

    it('says so when the source cannot delete, or does not say what it has made', async () => {
      for (const change of [{ delete: undefined }, { create: 'anonymous' }]) {
        const plan = new Plan();
        const source = plan.cluster.dataSource();
        plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
        plan.source = {
          list: (type, options) => source.list(type, options),
          get: (type, key, options) => source.get(type, key, options),
          create: async (type, object, options) => {
            const result = await source.create(type, object, options);
            return change.create ? { object, warnings: result.warnings } : result;
          },
          ...(change.create && { delete: source.delete.bind(source) }),
        };
        const { leftBehind } = await refusal(plan);
        expect(leftBehind!.error.code).to.equal('unsupported');
        expect(plan.requests).to.not.include('delete Secret');
      }
    });

    it('leaves the Secret to a storage of the same name that uses it', async () => {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(STORAGE));
      const { error, leftBehind } = await refusal(plan);
      expect(error.code).to.equal('already-exists');
      expect(leftBehind!.error.message).to.equal('The BackupStorage that is there uses it.');
      expect(plan.requests).to.not.include('delete Secret');
      expect(plan.secret).to.not.equal(undefined);
    });

    it('removes the Secret when a storage of the same name does not use it', async () => {
      const plan = new Plan();
      const other = { ...STORAGE, spec: { storage: { provider: 's3', s3: { bucket: 'x', secretName: 'theirs' } } } };
      plan.at('create BackupStorage', () => plan.cluster.apply(other));
      expect(await refusal(plan)).to.not.have.property('leftBehind');
      expect(plan.secret).to.equal(undefined);
    });

    it('leaves a Secret that somebody’s finalizer holds', async () => {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      plan.at('get BackupStorage', () => {
        const { metadata } = plan.secret!;
        plan.cluster.apply({ ...plan.secret!, metadata: { ...metadata, finalizers: ['example.com/x'] } });
      });
      expect((await refusal(plan)).leftBehind!.error.code).to.equal('conflict');
    });

    it('removes the Secret of an earlier try when the check is refused now', async () => {
      const plan = new Plan();
      plan.faults.disconnect({ when: named('create BackupStorage', 'get BackupStorage'), times: Infinity });
      expect((await refusal(plan)).leftBehind).to.not.equal(undefined);
      plan.faults.clear();
      plan.cluster.apply(RIVAL);
      const result = await refusal(plan);
      expect(result).to.not.have.property('leftBehind');
      expect(plan.secret).to.equal(undefined);
      expect(plan.requests.slice(-2)).to.deep.equal(['get BackupStorage', 'delete Secret']);
    });

    it('finds the storage of an earlier try although the check is refused now', async () => {
      const plan = new Plan();
      await plan.run();
      plan.faults.fail(403, { when: named('dry-run BackupStorage') });
      expect((await plan.run()).outcome).to.equal('created');
    });
  });

  describe('patience', () => {
    const PASSING: readonly [name: string, fail: (plan: Plan, request: string, times: number) => void][] = [
      ['429', (plan, request, times) => plan.faults.fail(429, { when: named(request), times })],
      ['503', (plan, request, times) => plan.faults.fail(503, { when: named(request), times })],
      [
        'a quota that others are changing',
        (plan, request, times) =>
          plan.faults.fail({ code: 409, reason: 'Conflict', message: 'quota' }, { when: named(request), times }),
      ],
      [
        'a webhook that is down',
        (plan, request, times) => {
          let left = times;
          plan.cluster.observe((info) => {
            if (named(request)(info)) plan.faults.webhookDown = left-- > 0;
          });
        },
      ],
    ];
    for (const [name, fail] of PASSING)
      for (const request of FIRST_TIME.slice(1)) {
        // The operator's webhooks look at storages only.
        if (name === 'a webhook that is down' && request.endsWith('Secret')) continue;
        it(`outlasts ${name} at ${request}`, async () => {
          const plan = new Plan();
          fail(plan, request, 2);
          expect((await plan.run()).outcome).to.equal('created');
          expect(plan.requests.filter((one) => one === request)).to.have.length(3);
          expect(plan.waits).to.deep.equal([500, 1000]);
        });

        it(`gives up on ${name} at ${request} after three tries`, async () => {
          const plan = new Plan();
          fail(plan, request, Infinity);
          const result = await refusal(plan);
          expect(plan.requests.filter((one) => one === request)).to.have.length(3);
          expect(result.refused).to.equal(request.endsWith('Secret') ? 'secret' : 'storage');
          expect(plan.secret).to.equal(undefined);
          expect(plan.storage).to.equal(undefined);
        });
      }

    it('waits as long as the server asks, unless that is too long for anybody', async () => {
      const plan = new Plan();
      plan.faults.fail(429, { when: named('create Secret'), retryAfterSeconds: 7 });
      expect((await plan.run()).outcome).to.equal('created');
      expect(plan.waits).to.deep.equal([7000]);

      const busy = new Plan();
      busy.faults.fail(429, { when: named('create Secret'), retryAfterSeconds: 3600 });
      const { error } = await refusal(busy);
      expect(error).to.include({ code: 'throttled', retryAfterMs: 3_600_000 });
      expect(busy.waits).to.deep.equal([]);
    });

    it('waits by the clock when it is told nothing else', async () => {
      const plan = new Plan();
      plan.faults.fail(429, { when: named('create Secret'), retryAfterSeconds: 0.01 });
      const started = performance.now();
      const result = await createStorage(plan.source, [SECRET, STORAGE], { attempt: 'attempt-1' });
      expect(result.outcome).to.equal('created');
      expect(performance.now() - started).to.be.above(8);
    });

    it('asks only once for what will be refused again', async () => {
      for (const status of [400, 401, 403, 422]) {
        const plan = new Plan();
        plan.faults.fail(status, { when: named('create Secret'), times: Infinity });
        expect((await refusal(plan)).refused).to.equal('secret');
        expect(plan.waits, String(status)).to.deep.equal([]);
      }
    });
  });

  describe('being stopped', () => {
    it('sends nothing when it is stopped before it begins', async () => {
      const plan = new Plan();
      const { error } = await refusal(plan, undefined, { signal: AbortSignal.abort() });
      expect(error).to.include({ code: 'aborted', outcome: 'not-applied' });
      expect(plan.requests.filter((request) => !request.startsWith('get'))).to.deep.equal([]);
    });

    for (const request of FIRST_TIME)
      it(`leaves both or none behind when it is stopped at ${request}`, async () => {
        const plan = new Plan();
        const stop = new AbortController();
        plan.at(request, () => stop.abort());
        const result = await plan.run(undefined, { signal: stop.signal });
        if (result.outcome === 'refused' && !result.leftBehind) {
          expect(plan.secret).to.equal(undefined);
          expect(plan.storage).to.equal(undefined);
        }
        expect((await plan.run()).outcome).to.equal('created');
      });

    it('does not wait any longer', async () => {
      const plan = new Plan();
      const stop = new AbortController();
      plan.faults.fail(429, { when: named('create BackupStorage'), times: Infinity });
      const wait = () => {
        stop.abort();
        return new Promise<void>(() => {});
      };
      const { error } = await refusal(plan, undefined, { signal: stop.signal, wait });
      expect(error.code).to.equal('throttled');
      expect(plan.secret).to.equal(undefined);
    });
  });

  it('does not stumble over a listener that throws', async () => {
    const plan = new Plan();
    const later: VoidFunction[] = [];
    const { queueMicrotask } = globalThis;
    globalThis.queueMicrotask = (callback) => void later.push(callback);
    try {
      const onProgress = () => {
        throw new Error('listener');
      };
      expect((await plan.run(undefined, { onProgress })).outcome).to.equal('created');
    } finally {
      globalThis.queueMicrotask = queueMicrotask;
    }
    expect(later).to.have.length(8);
    expect(later[0]).to.throw('listener');
  });

  it('passes on what the server warned about', async () => {
    const plan = new Plan();
    const source = plan.cluster.dataSource();
    plan.source = {
      list: source.list.bind(source),
      get: source.get.bind(source),
      create: async (type, object, options) => ({
        ...(await source.create(type, object, options)),
        warnings: [`about ${type.kind}: ${CREDENTIALS.AWS_SECRET_ACCESS_KEY}`],
      }),
    };
    const result = await plan.run();
    expect(result).to.deep.include({ warnings: ['about Secret: [hidden]', 'about BackupStorage: [hidden]'] });
  });

  it('logs nothing', async () => {
    const { warn, log, error, info, debug } = console;
    const logged: unknown[] = [];
    const note = (...args: unknown[]) => void logged.push(args);
    Object.assign(console, { warn: note, log: note, error: note, info: note, debug: note });
    try {
      for (const request of [...FIRST_TIME, 'delete Secret']) {
        const plan = new Plan();
        plan.at('create Secret', () => plan.cluster.apply(RIVAL));
        plan.faults.fail(500, { when: named(request) });
        await plan.run();
      }
    } finally {
      Object.assign(console, { warn, log, error, info, debug });
    }
    expect(logged).to.deep.equal([]);
  });

  it('holds only one storage and one Secret after any number of tries', async () => {
    const plan = new Plan();
    for (let round = 0; round < 4; round++) expect((await plan.run()).outcome).to.equal('created');
    expect(plan.cluster.objects(SECRETS)).to.have.length(1);
    expect(plan.cluster.objects(BACKUP_STORAGES)).to.have.length(1);
  });

  describe('rights', () => {
    const rule = (resource: string, ...verbs: string[]) => ({ resources: [resource], verbs });

    it('says before anything is sent what may not be created', async () => {
      const cases = [
        { rules: [rule('backupstorages', '*')], which: 'secret', said: 'cannot create resource "secrets"' },
        { rules: [rule('secrets', '*')], which: 'storage', said: 'cannot create resource "backupstorages"' },
      ] as const;
      for (const { rules, which, said } of cases) {
        const plan = new Plan({ rules });
        const result = await refusal(plan);
        expect(result).to.include({ refused: which });
        expect(result.error).to.include({ code: 'forbidden', outcome: 'not-applied', admission: false });
        expect(result.error.message).to.contain(said).and.contain('in the namespace "demo"');
        expect(plan.progress).to.deep.equal(['access running', 'access failed']);
        // Only looked whether an earlier try of this attempt has got through.
        expect(plan.requests).to.deep.equal(['review', 'get BackupStorage']);
      }
    });

    it('goes on when nobody can tell, or there is nobody to ask', async () => {
      const unsure = new Plan();
      unsure.faults.fail(500, { when: named('review') });
      expect((await unsure.run()).outcome).to.equal('created');
      const source = new Plan();
      const { list, get, create } = source.source;
      const plain = source.source;
      source.source = { list: list.bind(plain), get: get.bind(plain), create: create!.bind(plain) };
      expect((await source.run()).outcome).to.equal('created');
      expect(source.requests).to.not.include('review');
      expect(source.progress[0]).to.equal('check running');
    });

    it('does not refuse what an earlier try has created, although the right is gone', async () => {
      const rules = [rule('secrets', '*'), rule('backupstorages', '*')];
      const plan = new Plan({ rules });
      plan.faults.loseAnswer({ when: named('create BackupStorage'), times: Infinity });
      plan.faults.disconnect({ when: named('get BackupStorage'), times: Infinity });
      expect((await plan.run()).outcome).to.equal('refused');
      plan.faults.clear();
      rules.splice(0, 2, rule('backupstorages', 'get'));
      expect((await plan.run()).outcome).to.equal('created');
    });
  });

  it('asks nothing twice when the server has accepted these objects moments ago', async () => {
    const plan = new Plan();
    expect((await plan.run(undefined, { checked: true })).outcome).to.equal('created');
    expect(plan.requests).to.deep.equal(['create Secret', 'create BackupStorage']);
    expect(plan.progress[0]).to.equal('check done');
  });

  describe('replacing a Secret', () => {
    const OTHER = { ...SECRET, stringData: { AWS_ACCESS_KEY_ID: 'of-somebody' } } as Secret;

    it('removes the one that has the name, and only when it is told to', async () => {
      const plan = new Plan({ objects: [NAMESPACE, OTHER] });
      const before = plan.secret!.metadata!.uid;
      expect(await refusal(plan)).to.include({ refused: 'secret' });
      expect(plan.secret!.metadata!.uid).to.equal(before);
      expect((await plan.run(undefined, { replaceSecret: true })).outcome).to.equal('created');
      expect(plan.secret!.metadata!.uid).to.not.equal(before);
      expect(atob(plan.secret!.data!['AWS_ACCESS_KEY_ID']!)).to.equal(CREDENTIALS.AWS_ACCESS_KEY_ID);
      expect(plan.progress).to.include.members(['replace running', 'replace done']);
    });

    it('removes nothing when the new one, or the storage, would be refused', async () => {
      const broken = { ...SECRET, stringData: { 'a b': 'hunter2-clear-key' } } as Secret;
      for (const [objects, present] of [
        [
          [broken, STORAGE],
          [NAMESPACE, OTHER],
        ],
        [
          [SECRET, STORAGE],
          [NAMESPACE, OTHER, RIVAL],
        ],
      ] as const) {
        const plan = new Plan({ objects: present });
        const before = plan.secret!.metadata!.uid;
        await refusal(plan, objects, { replaceSecret: true });
        expect(plan.secret!.metadata!.uid).to.equal(before);
        expect(plan.requests).to.not.include('delete Secret');
      }
    });

    it('leaves one that somebody changes meanwhile', async () => {
      const plan = new Plan({ objects: [NAMESPACE, OTHER] });
      plan.at('delete Secret', () =>
        plan.cluster.apply({ ...plan.secret!, metadata: { ...plan.secret!.metadata, labels: { touched: 'yes' } } }),
      );
      expect(await refusal(plan, undefined, { replaceSecret: true })).to.include({ refused: 'secret' });
      expect(plan.secret!.metadata!.labels).to.deep.equal({ touched: 'yes' });
    });
  });

  describe('removing what was left behind', () => {
    async function left(): Promise<{ plan: Plan; leftBehind: LeftBehind }> {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      plan.faults.fail(403, { when: named('delete Secret') });
      const { leftBehind } = await refusal(plan);
      expect(leftBehind).to.include({ uid: plan.secret!.metadata!.uid });
      return { plan, leftBehind: leftBehind! };
    }
    const again = (plan: Plan, leftBehind: LeftBehind) =>
      removeLeftBehind(plan.source, [SECRET, STORAGE], leftBehind, { attempt: plan.attempt, wait: async () => {} });

    it('removes it', async () => {
      const { plan, leftBehind } = await left();
      expect(await again(plan, leftBehind)).to.equal(undefined);
      expect(plan.secret).to.equal(undefined);
      expect(await again(plan, leftBehind)).to.equal(undefined);
    });

    it('says what is still left, and why', async () => {
      const { plan, leftBehind } = await left();
      plan.faults.offline = true;
      expect(await again(plan, leftBehind)).to.deep.include({ name: 's3-storage-cred' });
      plan.faults.offline = false;
      plan.faults.fail(403, { when: named('delete Secret') });
      const refused = (await again(plan, leftBehind)) as LeftBehind;
      expect(refused.error.code).to.equal('forbidden');
      expect(await again(plan, refused)).to.equal(undefined);
    });

    it('leaves one that somebody has changed since', async () => {
      const { plan, leftBehind } = await left();
      plan.cluster.apply({ ...plan.secret!, metadata: { ...plan.secret!.metadata, labels: { touched: 'yes' } } });
      expect(((await again(plan, leftBehind)) as LeftBehind).error.code).to.equal('conflict');
      expect(plan.secret!.metadata!.labels).to.deep.equal({ touched: 'yes' });
    });

    it('leaves one that a storage of this name uses now, and finds out when the storage is its own', async () => {
      const { plan, leftBehind } = await left();
      plan.cluster.apply(STORAGE);
      expect(((await again(plan, leftBehind)) as LeftBehind).error.code).to.equal('conflict');
      const own = { ...STORAGE, metadata: { ...STORAGE.metadata, annotations: { [ATTEMPT_ANNOTATION]: 'attempt-1' } } };
      plan.cluster.apply(own);
      expect(await again(plan, leftBehind)).to.deep.include({ outcome: 'created' });
      expect(plan.secret).to.not.equal(undefined);
    });

    it('is honest when any one request fails, and a retry removes it', async () => {
      for (const fault of ['disconnect', 'loseAnswer'] as const)
        for (let number = 0; number < 3; number++) {
          const { plan, leftBehind } = await left();
          plan.faults[fault]({ when: nth(number) });
          const result = await again(plan, leftBehind);
          expect(result === undefined).to.equal(plan.secret === undefined);
          expect(await again(plan, leftBehind)).to.equal(undefined);
          expect(plan.secret).to.equal(undefined);
        }
    });
  });
});
