import type { KubernetesObject } from '../../../src/model/types.js';
import { expect } from 'chai';
import { DataSourceError } from '../../../src/data-source/errors.js';
import { kubernetesOverFetch } from '../../../src/data-source/kubernetes.js';
import { serveMemoryCluster } from '../../../src/data-source/memory/http.js';
import { restDataSource } from '../../../src/data-source/rest.js';
import { dryRun } from '../../../src/manifest/dry-run.js';
import { isRetriable, type Verdict } from '../../../src/manifest/verdict.js';
import { expectNoCredentials, named, NAMESPACE, Plan, RIVAL, SECRET, STORAGE } from './plan-helpers.js';

async function ask(plan: Plan, objects = [SECRET, STORAGE], signal?: AbortSignal): Promise<Verdict> {
  const verdict = await dryRun(plan.source, objects, { attempt: plan.attempt, ...(signal && { signal }) });
  expectNoCredentials(verdict);
  return verdict;
}

const said = ({ objections }: Verdict) => objections.map(({ of, kind }) => `${of} ${kind}`);

describe('manifest: the server’s verdict', () => {
  it('accepts, with what the server would add, and stores nothing', async () => {
    const plan = new Plan();
    const bucket = { provider: 's3', s3: { bucket: 'lab/', region: 'us-east-1', secretName: 's3-storage-cred' } };
    const verdict = await ask(plan, [SECRET, { ...STORAGE, spec: { storage: bucket } } as typeof STORAGE]);
    expect(verdict.objections).to.deep.equal([]);
    expect(verdict).to.not.have.property('rollBack');
    expect(plan.requests).to.deep.equal(['review', 'dry-run Secret', 'dry-run BackupStorage']);
    expect(plan.secret).to.equal(undefined);
    expect(plan.storage).to.equal(undefined);
    const [secret, storage] = verdict.changes;
    expect(secret).to.deep.equal({ of: 'secret', differences: [] });
    expect(storage!.differences).to.deep.include.members([
      { path: 'spec.storage.s3.bucket', before: '"lab/"', after: '"lab"' },
      { path: 'spec.deletionPolicy', after: '"Delete"' },
      { path: 'spec.usagePolicy.allowedNamespaces.from', after: '"Same"' },
    ]);
  });

  it('refuses with each cause at its field, also where the server names none', async () => {
    const typo = { ...STORAGE, spec: { ...STORAGE.spec, local: {}, odd: 1 } } as typeof STORAGE;
    const strict = await ask(new Plan(), [SECRET, typo]);
    expect(said(strict)).to.deep.equal(['storage refused']);
    expect(strict.objections[0]!.causes.map(({ field }) => field)).to.deep.equal(['spec.local', 'spec.odd']);

    const policy = { ...STORAGE, spec: { ...STORAGE.spec, deletionPolicy: 'Retain' } } as typeof STORAGE;
    const [invalid] = (await ask(new Plan(), [SECRET, policy])).objections;
    expect(invalid!.causes).to.have.length(1);
    expect(invalid!.causes[0]!.field).to.equal('spec.deletionPolicy');

    const elsewhere = { ...STORAGE, metadata: { ...STORAGE.metadata, namespace: 'nowhere' } };
    const [missing] = (await ask(new Plan(), [elsewhere])).objections;
    expect(missing).to.deep.include({ kind: 'refused' });
    expect(missing!.causes[0]!.field).to.equal('metadata.namespace');
  });

  it('takes a webhook’s denial for a refusal, in the webhook’s own words', async () => {
    const [denial] = (await ask(new Plan({ objects: [NAMESPACE, RIVAL] }))).objections;
    expect(denial).to.deep.include({ of: 'storage', kind: 'refused' });
    expect(denial!.causes).to.deep.equal([
      { message: 'no two BackupStorage should point to the same directory of the same bucket' },
    ]);
  });

  it('tells rights that are missing before it tries', async () => {
    const plan = new Plan({ rules: [{ resources: ['backupstorages'], verbs: ['*'] }] });
    const verdict = await ask(plan);
    expect(said(verdict)).to.deep.equal(['secret denied']);
    expect(verdict.objections[0]!.denial).to.deep.include({ verb: 'create', resource: 'secrets', namespace: 'demo' });
    expect(plan.requests).to.deep.equal(['review']);
  });

  it('tells rights that are missing from the refusal when nobody could tell before', async () => {
    const plan = new Plan({ rules: [{ resources: ['secrets'], verbs: ['*'] }] });
    plan.faults.fail(500, { when: named('review') });
    const verdict = await ask(plan);
    expect(said(verdict)).to.deep.equal(['storage denied']);
    expect(verdict.objections[0]!.denial).to.deep.equal({
      verb: 'create',
      group: 'storage.kubestash.com',
      resource: 'backupstorages',
      namespace: 'demo',
    });
  });

  it('says beforehand that a Secret could not be removed again', async () => {
    const rules = [
      { resources: ['secrets'], verbs: ['create'] },
      { resources: ['backupstorages'], verbs: ['*'] },
    ];
    expect((await ask(new Plan({ rules }))).rollBack).to.equal('denied');
    expect((await ask(new Plan({ rules }), [STORAGE])).rollBack).to.equal(undefined);
    const plan = new Plan();
    const { list, get, create } = plan.source;
    plan.source = { list: list.bind(plan.source), get: get.bind(plan.source), create: create!.bind(plan.source) };
    expect((await ask(plan)).rollBack).to.equal('unsupported');
  });

  const FAULTS: readonly [name: string, inflict: (plan: Plan) => unknown, kind: string, retriable: boolean][] = [
    ['a webhook that is down', (plan) => (plan.faults.webhookDown = true), 'storage webhook', true],
    [
      'a webhook that crashes',
      (plan) =>
        plan.faults.fail(
          { code: 500, reason: 'InternalError', message: 'admission webhook: panic: runtime error [recovered]' },
          { when: named('dry-run BackupStorage') },
        ),
      'storage webhook',
      true,
    ],
    ['503', (plan) => plan.faults.fail(503, { when: named('dry-run Secret') }), 'secret busy', true],
    ['500', (plan) => plan.faults.fail(500, { when: named('dry-run BackupStorage') }), 'storage busy', true],
    ['429', (plan) => plan.faults.fail(429, { when: named('dry-run BackupStorage') }), 'storage busy', true],
    [
      'no network',
      (plan) => plan.faults.disconnect({ when: named('dry-run BackupStorage') }),
      'storage unreachable',
      true,
    ],
    ['a lost answer', (plan) => plan.faults.loseAnswer({ when: named('dry-run Secret') }), 'secret unreachable', true],
    [
      'a session that ended',
      (plan) => plan.faults.fail(401, { when: named('dry-run BackupStorage') }),
      'storage signed-out',
      true,
    ],
    [
      'a webhook that knows no dry run',
      (plan) =>
        plan.faults.fail(
          { code: 400, reason: 'BadRequest', message: 'admission webhook "x" does not support dry run' },
          { when: named('dry-run BackupStorage') },
        ),
      'storage unsupported',
      false,
    ],
    [
      'a full quota',
      (plan) =>
        plan.faults.fail(
          { code: 403, reason: 'Forbidden', message: 'secrets "x" is forbidden: exceeded quota: q, used: 1' },
          { when: named('dry-run Secret') },
        ),
      'secret refused',
      false,
    ],
  ];
  for (const [name, inflict, kind, retriable] of FAULTS)
    it(`tells ${name} apart, and asks once`, async () => {
      const plan = new Plan();
      inflict(plan);
      const verdict = await ask(plan);
      expect(said(verdict)).to.deep.equal([kind]);
      expect(isRetriable(verdict.objections[0]!)).to.equal(retriable);
      expect(plan.requests.filter((request) => request.startsWith('dry-run'))).to.have.length(2);
    });

  it('tells what exists already, unless it is this attempt’s own', async () => {
    const plan = new Plan({ objects: [NAMESPACE, SECRET, STORAGE] });
    const verdict = await ask(plan);
    expect(said(verdict)).to.deep.equal(['secret exists', 'storage exists']);
    expect(verdict.objections[1]!.causes[0]!.field).to.equal('metadata.name');
    const own = new Plan();
    await own.run();
    expect(said(await ask(own))).to.deep.equal([]);
  });

  it('says that nobody can be asked, rather than that all is well', async () => {
    const plan = new Plan();
    const { list, get } = plan.source;
    plan.source = { list: list.bind(plan.source), get: get.bind(plan.source) };
    expect(said(await ask(plan))).to.deep.equal(['secret unsupported', 'storage unsupported']);
    // As a backend does that knows no dry run.
    plan.source.create = async (_type, object) => ({ object, warnings: [] });
    expect(said(await ask(plan, [STORAGE]))).to.deep.equal(['storage unsupported']);
    plan.source.create = async () => {
      throw new DataSourceError('unsupported', 'no dry run here');
    };
    expect(said(await ask(plan, [STORAGE]))).to.deep.equal(['storage unsupported']);
  });

  it('repeats no credential that a server quotes', async () => {
    const plan = new Plan();
    const { list, get } = plan.source;
    const quoted = `spec: ${SECRET.stringData!['AWS_SECRET_ACCESS_KEY']}`;
    plan.source = {
      list: list.bind(plan.source),
      get: get.bind(plan.source),
      create: async () => {
        throw new DataSourceError('invalid', quoted, { causes: [{ field: 'data', message: quoted }] });
      },
    };
    const verdict = await ask(plan);
    expect(verdict.objections[0]!.causes[0]!.message).to.contain('[hidden]');
  });

  it('stops when it is aborted', async () => {
    const plan = new Plan();
    const run = new AbortController();
    const hold = plan.faults.hold();
    const verdict = ask(plan, undefined, run.signal);
    run.abort();
    expect((await verdict).objections.map(({ error }) => error.code)).to.deep.equal(['aborted', 'aborted']);
    hold.release();
  });

  it('is the same over HTTP, and so is what comes after', async () => {
    const over = (plan: Plan) => {
      const serve = serveMemoryCluster(plan.cluster);
      plan.source = kubernetesOverFetch({
        fetch: (url, init) => serve(new Request(new URL(String(url), 'http://cluster.invalid'), init)),
      });
      return plan;
    };
    const plan = over(new Plan());
    const verdict = await ask(plan);
    expect(verdict.objections).to.deep.equal([]);
    expect(verdict.changes).to.deep.equal((await ask(new Plan())).changes);
    expect((await plan.run(undefined, { checked: true })).outcome).to.equal('created');

    const replaced = over(new Plan({ objects: [NAMESPACE, { ...SECRET, stringData: {} } as KubernetesObject] }));
    expect(said(await ask(replaced))).to.deep.equal(['secret exists']);
    expect((await replaced.run(undefined, { replaceSecret: true })).outcome).to.equal('created');

    const denied = over(new Plan({ rules: [{ resources: ['backupstorages'], verbs: ['*'] }] }));
    expect(said(await ask(denied))).to.deep.equal(['secret denied']);
    const down = over(new Plan());
    down.faults.webhookDown = true;
    expect(said(await ask(down))).to.deep.equal(['storage webhook']);
    const rival = over(new Plan({ objects: [NAMESPACE, RIVAL] }));
    expect(said(await ask(rival))).to.deep.equal(['storage refused']);
  });

  it('asks nobody over a backend that knows no dry run', async () => {
    const calls: string[] = [];
    const plan = new Plan();
    plan.source = restDataSource({
      list: '/{resource}',
      get: '/{resource}/{name}',
      create: '/{resource}',
      fetch: async (url) => {
        calls.push(String(url));
        return new Response('{}');
      },
    });
    expect(said(await ask(plan))).to.deep.equal(['secret unsupported', 'storage unsupported']);
    expect(calls).to.deep.equal([]);
  });
});
