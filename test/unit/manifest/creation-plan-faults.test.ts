import { expect } from 'chai';
import { DataSourceError, type DataSourceErrorOptions } from '../../../src/data-source/errors.js';
import type { DataSource } from '../../../src/data-source/types.js';
import type { PlanResult } from '../../../src/manifest/creation-plan.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { Secret } from '../../../src/model/types.js';
import { CREDENTIALS, expectNoCredentials, named, nth, Plan, RIVAL, SECRET, STORAGE } from './plan-helpers.js';

type Filter = ReturnType<typeof nth>;

/** What can happen to a request: on the way there, at the server, and on the way back. */
const MISHAPS: Readonly<Record<string, (plan: Plan, when: Filter, times: number) => void>> = {
  'does not arrive': (plan, when, times) => plan.faults.disconnect({ when, times }),
  'is carried out, and its answer lost': (plan, when, times) => plan.faults.loseAnswer({ when, times }),
  'meets a 500': (plan, when, times) => plan.faults.fail(500, { when, times }),
  'meets a 502': (plan, when, times) => plan.faults.fail(502, { when, times }),
  'meets a 503': (plan, when, times) => plan.faults.fail(503, { when, times }),
  'meets a 504': (plan, when, times) => plan.faults.fail(504, { when, times }),
  'meets a 429': (plan, when, times) => plan.faults.fail(429, { when, times }),
  'meets a 401': (plan, when, times) => plan.faults.fail(401, { when, times }),
  'meets a 403': (plan, when, times) => plan.faults.fail(403, { when, times }),
  // Of an object that is asked for by name a 404 would be a lie.
  'meets a 404': (plan, when, times) =>
    plan.faults.fail(
      { code: 404, reason: 'NotFound', message: 'namespaces "demo" not found' },
      { when: (request) => when(request) && ['create', 'list'].includes(request.verb), times },
    ),
  'meets a 422': (plan, when, times) =>
    plan.faults.fail({ code: 422, reason: 'Invalid', message: 'no' }, { when, times }),
};

/** Plans that make every kind of request there is, each with what it should come to when nothing goes wrong. */
const PLANS: Readonly<Record<string, { make: () => Plan; outcome: PlanResult['outcome'] }>> = {
  'a plan that is let through': { make: () => new Plan(), outcome: 'created' },
  'a plan that is refused at the last step': {
    make: () => {
      const plan = new Plan();
      plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
      return plan;
    },
    outcome: 'refused',
  },
  'a plan whose answers get lost': {
    make: () => {
      const plan = new Plan();
      plan.faults.loseAnswer({ when: named('create Secret') });
      plan.faults.loseAnswer({ when: named('create BackupStorage') });
      return plan;
    },
    outcome: 'created',
  },
  'a plan that the server has accepted beforehand': {
    make: () => {
      const plan = new Plan();
      plan.options = { checked: true };
      return plan;
    },
    outcome: 'created',
  },
  'a plan that replaces a Secret': {
    make: () => {
      const plan = new Plan();
      plan.cluster.apply({ ...SECRET, stringData: { AWS_ACCESS_KEY_ID: 'of-somebody' } } as Secret);
      plan.options = { replaceSecret: true };
      return plan;
    },
    outcome: 'created',
  },
};

/** A retry with the same attempt ends with the pair, once; or with nothing when there is a rival. */
async function expectConverges(plan: Plan): Promise<void> {
  plan.faults.clear();
  const result = await plan.run();
  const hasRival = plan.cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'rival' }) !== undefined;
  const said = JSON.stringify({ result, requests: plan.requests });
  expect(result.outcome, said).to.equal(hasRival && !plan.storage ? 'refused' : 'created');
  expect(plan.cluster.objects(SECRETS).length, said).to.equal(result.outcome === 'created' ? 1 : 0);
  expect(plan.cluster.objects(BACKUP_STORAGES).length, said).to.equal((hasRival ? 1 : 0) + (plan.storage ? 1 : 0));
}

describe('manifest: creation plan under faults', () => {
  for (const [name, { make, outcome }] of Object.entries(PLANS)) {
    it(`${name} comes to what it should`, async () => {
      expect((await make().run()).outcome).to.equal(outcome);
    });

    for (const [mishap, inflict] of Object.entries(MISHAPS)) {
      it(`${name} is honest when any one request ${mishap}, and a retry converges`, async () => {
        const measure = make();
        await measure.run();
        for (let number = 0; number < measure.requests.length; number++) {
          const plan = make();
          inflict(plan, nth(number), 1);
          await plan.run();
          await expectConverges(plan);
        }
      });

      it(`${name} is honest when every request from some point on ${mishap}, and a retry converges`, async () => {
        const measure = make();
        await measure.run();
        for (let number = 0; number <= measure.requests.length; number++) {
          const plan = make();
          let seen = 0;
          const stop = plan.cluster.observe(() => {
            if (seen++ === number) inflict(plan, () => true, Infinity);
          });
          await plan.run();
          await plan.run();
          stop();
          await expectConverges(plan);
        }
      });
    }
  }

  it('is honest under any two mishaps, and a retry converges', async function () {
    this.timeout(20_000);
    const kinds = Object.values(MISHAPS).slice(0, 5);
    for (let first = 0; first < 7; first++)
      for (let second = first + 1; second < 9; second++)
        for (const one of kinds)
          for (const other of kinds) {
            const plan = new Plan();
            one(plan, nth(first), 1);
            other(plan, nth(second), 1);
            await plan.run();
            await expectConverges(plan);
          }
  });

  it('decides a lost answer by reading', async () => {
    for (const lost of ['create Secret', 'create BackupStorage']) {
      const plan = new Plan();
      plan.faults.loseAnswer({ when: named(lost) });
      expect((await plan.run()).outcome).to.equal('created');
      expect(plan.requests.filter((request) => request === lost)).to.have.length(1);
    }
  });

  it('sends again what did not arrive', async () => {
    for (const lost of ['create Secret', 'create BackupStorage']) {
      const plan = new Plan();
      plan.faults.disconnect({ when: named(lost), times: 2 });
      expect((await plan.run()).outcome).to.equal('created');
      expect(plan.requests.filter((request) => request === lost)).to.have.length(3);
    }
  });

  it('knows its own object when it could not read at first', async () => {
    for (const [create, read] of [
      ['create Secret', 'list Secret'],
      ['create BackupStorage', 'get BackupStorage'],
    ] as const) {
      const plan = new Plan();
      plan.faults.loseAnswer({ when: named(create) });
      plan.faults.disconnect({ when: named(read) });
      expect((await plan.run()).outcome).to.equal('created');
    }
  });

  it('leaves it open when nobody could tell', async () => {
    const plan = new Plan();
    plan.faults.loseAnswer({ when: named('create BackupStorage'), times: Infinity });
    plan.faults.disconnect({ when: named('get BackupStorage'), times: Infinity });
    const result = await plan.run();
    expect(result).to.deep.include({ outcome: 'refused', refused: 'storage' });
    if (result.outcome !== 'refused') return;
    expect(result.error.outcome).to.equal('unknown');
    expect(result.leftBehind).to.deep.include({ namespace: 'demo', name: 's3-storage-cred' });
    expect(plan.storage).to.not.equal(undefined);
    expect(plan.requests).to.not.include('delete Secret');
    await expectConverges(plan);
  });

  it('leaves it open whether there is a Secret that it may not read', async () => {
    const rules = [
      { resources: ['secrets'], verbs: ['create', 'delete'] },
      { resources: ['backupstorages'], verbs: ['*'] },
    ];
    const plan = new Plan({ rules });
    plan.faults.loseAnswer({ when: named('create Secret') });
    const result = await plan.run();
    expect(result).to.deep.include({ outcome: 'refused', refused: 'secret' });
    if (result.outcome !== 'refused') return;
    expect(result.error).to.include({ code: 'already-exists', outcome: 'unknown' });
    expect(result.leftBehind).to.deep.include({ name: 's3-storage-cred' });
    // Without a lost answer there is nothing open about it.
    const again = await plan.run();
    expect(again.outcome === 'refused' && again.error).to.deep.include({
      code: 'already-exists',
      outcome: 'not-applied',
    });
  });

  it('asks again for a deletion whose answer was lost, and believes what it reads', async () => {
    for (const inflict of Object.values(MISHAPS).slice(0, 6)) {
      const plan = PLANS['a plan that is refused at the last step']!.make();
      inflict(plan, named('delete Secret'), 2);
      const result = await plan.run();
      expect(result).to.not.have.property('leftBehind');
      expect(plan.secret).to.equal(undefined);
    }
  });

  it('gives up on a deletion after three tries, and says why', async () => {
    const plan = PLANS['a plan that is refused at the last step']!.make();
    plan.faults.disconnect({ when: named('delete Secret'), times: Infinity });
    const result = await plan.run();
    expect(plan.requests.filter((request) => request === 'delete Secret')).to.have.length(3);
    expect(result.outcome === 'refused' && result.leftBehind?.error).to.deep.include({
      code: 'unreachable',
      outcome: 'unknown',
    });
  });

  it('takes an object for somebody else’s that has the name but not the mark', async () => {
    const plan = new Plan();
    plan.faults.disconnect({ when: named('create BackupStorage') });
    plan.at('get BackupStorage', () => plan.cluster.apply(STORAGE));
    const result = await plan.run();
    expect(result.outcome === 'refused' && result.error).to.deep.include({
      code: 'already-exists',
      reason: 'exists-already',
      outcome: 'not-applied',
    });
  });
});

describe('manifest: creation plan over sources made by hand', () => {
  const quoted = `the body was {"stringData":{"AWS_SECRET_ACCESS_KEY":"${CREDENTIALS.AWS_SECRET_ACCESS_KEY}"}} ${btoa(CREDENTIALS.AWS_ACCESS_KEY_ID)}`;
  /** A cluster behind a source of which some methods are other than they should be. */
  const over = (plan: Plan, change: (source: Required<DataSource>) => Partial<DataSource>): Plan => {
    const source = plan.cluster.dataSource();
    const { list, get, create } = source;
    plan.source = {
      list: list.bind(source),
      get: get.bind(source),
      create: create.bind(source),
      delete: source.delete.bind(source),
      ...change(source),
    };
    return plan;
  };
  const throwing = (
    plan: Plan,
    error: () => unknown,
    at: (type: unknown, dryRun: boolean) => boolean,
    first = Infinity,
  ) => {
    let left = first;
    return over(plan, (source) => ({
      create: async (type, object, options) => {
        if (at(type, options?.dryRun ?? false) && left-- > 0) throw error();
        return source.create(type, object, options);
      },
    }));
  };

  const ERRORS: Readonly<Record<string, () => unknown>> = {
    'a TypeError, as fetch does': () => new TypeError(quoted),
    'an AbortError': () => new DOMException(quoted, 'AbortError'),
    'a TimeoutError': () => new DOMException(quoted, 'TimeoutError'),
    'an Error': () => new Error(quoted, { cause: { body: quoted } }),
    'a text': () => quoted,
    'an error with everything in it': () =>
      new DataSourceError('invalid', quoted, {
        causes: [{ field: 'data', message: quoted, reason: 'x' }],
        warnings: [quoted],
        cause: new Error(quoted),
        retryAfterMs: 1,
      } satisfies DataSourceErrorOptions),
    'an error without an outcome': () => new DataSourceError('unreachable', quoted),
    'a protocol error': () => new DataSourceError('protocol', quoted),
  };
  for (const [name, error] of Object.entries(ERRORS)) {
    it(`says nothing of credentials when a source throws ${name}`, async () => {
      for (const isDryRun of [true, false])
        for (const which of [SECRETS, BACKUP_STORAGES]) {
          const plan = throwing(new Plan(), error, (type, dryRun) => type === which && dryRun === isDryRun);
          const result = await plan.run();
          expect(result).to.deep.include({ outcome: 'refused', refused: which === SECRETS ? 'secret' : 'storage' });
          if (result.outcome !== 'refused') continue;
          expectNoCredentials(result.error);
          expectNoCredentials(result.error.stack);
          // Of what platforms say of lost and late requests nothing is told.
          const isOwn = result.error.reason === 'unreachable' || result.error.reason === 'late';
          if (!isOwn) expect(result.error.message).to.contain('[hidden]');
        }
    });

    if (name !== 'an error with everything in it')
      it(`decides by reading when a source throws ${name} once`, async () => {
        for (const which of [SECRETS, BACKUP_STORAGES]) {
          const plan = throwing(new Plan(), error, (type, dryRun) => type === which && !dryRun, 1);
          expect((await plan.run()).outcome).to.equal('created');
        }
      });
  }

  it('copes with a source that throws instead of rejecting, or that answers nothing', async () => {
    const sync = over(new Plan(), () => ({
      create: () => {
        throw new TypeError('sync');
      },
    }));
    expect((await sync.run()).outcome).to.equal('refused');
    const mute = over(new Plan(), (source) => ({
      create: async (type, object, options) => {
        await source.create(type, object, options);
        return undefined as never;
      },
    }));
    const result = await mute.run();
    expect(result.outcome).to.equal('refused'); // Of the dry run there is nothing to read.
    expect(mute.cluster.objects(SECRETS)).to.deep.equal([]);
  });

  it('does without a dry run', async () => {
    const plan = over(new Plan(), (source) => ({
      create: async (type, object, options) =>
        options?.dryRun ? { object, warnings: [] } : source.create(type, object, options),
    }));
    plan.cluster.apply(RIVAL);
    const result = await plan.run();
    expect(result).to.deep.include({ outcome: 'refused', refused: 'storage' });
    expect(plan.secret).to.equal(undefined);
  });

  it('goes on when something on the way knows no dry run, and rolls back what is refused at last', async () => {
    const message = 'admission webhook "x" does not support dry run';
    for (const isRefused of [false, true])
      for (const request of ['dry-run Secret', 'dry-run BackupStorage']) {
        const plan = new Plan();
        plan.faults.fail({ code: 400, reason: 'BadRequest', message }, { when: named(request) });
        if (isRefused) plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
        const result = await plan.run();
        expect(result.outcome, request).to.equal(isRefused ? 'refused' : 'created');
        expect(plan.secret === undefined).to.equal(isRefused);
        expect(plan.progress).to.include('check skipped').and.not.include('check failed');
      }
    const both = new Plan();
    both.faults.fail({ code: 400, reason: 'BadRequest', message }, { when: named('dry-run Secret') });
    both.cluster.apply(RIVAL);
    expect(await both.run()).to.deep.include({ outcome: 'refused', refused: 'storage' });
    expect(both.requests).to.not.include('create Secret');
  });

  it('cannot create with a source that cannot', async () => {
    const plan = over(new Plan(), () => ({}));
    delete (plan.source as { create?: unknown }).create;
    const result = await plan.run();
    expect(result.outcome === 'refused' && result.error).to.deep.include({
      code: 'unsupported',
      message: 'This data source cannot create objects.',
      outcome: 'not-applied',
    });
  });

  it('finds its Secret in lists of a backend that knows no selectors and answers in pages', async () => {
    const plan = over(new Plan(), (source) => ({
      list: async (type, { fieldSelector: _ignored, ...options } = {}) => source.list(type, { ...options, limit: 2 }),
    }));
    for (const name of ['a', 'b', 'c', 'd', 'z'])
      plan.cluster.apply({ ...SECRET, metadata: { name, namespace: 'demo' }, stringData: {} });
    plan.faults.loseAnswer({ when: named('create Secret') });
    expect((await plan.run()).outcome).to.equal('created');
    expect(plan.requests.filter((request) => request === 'list Secret').length).to.be.above(1);

    const absent = over(new Plan(), (source) => ({
      list: async (type, { fieldSelector: _ignored, ...options } = {}) => source.list(type, options),
    }));
    absent.cluster.apply({ ...SECRET, metadata: { name: 'a', namespace: 'demo', annotations: { x: 'y' } } });
    absent.faults.disconnect({ when: named('create Secret') });
    expect((await absent.run()).outcome).to.equal('created');
  });

  it('passes on no value that a backend echoes', async () => {
    const plan = over(new Plan(), (source) => ({
      create: async (type, object, options) => {
        const { object: stored, warnings } = await source.create(type, object, options);
        return { object: { ...object, ...stored }, warnings };
      },
    }));
    const result = await plan.run();
    expect(result.outcome === 'created' && result.secret).to.not.have.any.keys('data', 'stringData');
  });
});
