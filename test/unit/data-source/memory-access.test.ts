import { expect } from 'chai';
import { MemoryCluster, type AccessRule } from '../../../src/data-source/memory/index.js';
import type { AccessQuery } from '../../../src/data-source/types.js';
import {
  BACKUP_CONFIGURATIONS,
  BACKUP_STORAGES,
  NAMESPACES,
  REPOSITORIES,
  SECRETS,
} from '../../../src/model/resources.js';
import { errorOf, FakeTime, namespace, secret, storage } from './memory-helpers.js';

const TENANT = 'system:serviceaccount:demo:tenant';
const rules: AccessRule[] = [
  {
    verbs: ['get', 'list', 'watch'],
    resources: ['backupstorages'],
    groups: ['storage.kubestash.com'],
    namespaces: ['demo'],
  },
  { verbs: ['create'], resources: ['backupstorages', 'secrets'], namespaces: ['demo', 'prod'] },
  { verbs: ['list'], resources: ['repositories'] },
  {
    verbs: ['get', 'list', 'delete', 'create'],
    resources: ['secrets'],
    groups: [''],
    namespaces: ['demo'],
    names: ['mine'],
  },
  { verbs: ['*'], resources: ['*'], namespaces: ['own'] },
];

function setup() {
  const objects = [
    namespace('demo'),
    namespace('prod'),
    namespace('own'),
    storage('a'),
    secret('mine', {}),
    secret('theirs', {}),
  ];
  const cluster = new MemoryCluster({ objects, operator: false });
  return { cluster, admin: cluster.dataSource(), tenant: cluster.dataSource({ user: TENANT, rules }) };
}

describe('memory cluster: rights', () => {
  it('refuses in the server’s words', async () => {
    const { tenant } = setup();
    const cases: [Promise<unknown>, string][] = [
      [
        tenant.list(BACKUP_STORAGES),
        `backupstorages.storage.kubestash.com is forbidden: User "${TENANT}" cannot list resource "backupstorages" in API group "storage.kubestash.com" at the cluster scope`,
      ],
      [
        tenant.list(BACKUP_STORAGES, { namespace: 'prod' }),
        `backupstorages.storage.kubestash.com is forbidden: User "${TENANT}" cannot list resource "backupstorages" in API group "storage.kubestash.com" in the namespace "prod"`,
      ],
      [
        tenant.get(SECRETS, { namespace: 'demo', name: 'theirs' }),
        `secrets "theirs" is forbidden: User "${TENANT}" cannot get resource "secrets" in API group "" in the namespace "demo"`,
      ],
      [
        tenant.create(BACKUP_STORAGES, storage('x', undefined, 'elsewhere')),
        `backupstorages.storage.kubestash.com is forbidden: User "${TENANT}" cannot create resource "backupstorages" in API group "storage.kubestash.com" in the namespace "elsewhere"`,
      ],
      [
        tenant.patch(BACKUP_STORAGES, { namespace: 'demo', name: 'a' }, {}, { type: 'merge' }),
        `backupstorages.storage.kubestash.com "a" is forbidden: User "${TENANT}" cannot patch resource "backupstorages" in API group "storage.kubestash.com" in the namespace "demo"`,
      ],
      [
        tenant.list(NAMESPACES),
        `namespaces is forbidden: User "${TENANT}" cannot list resource "namespaces" in API group "" at the cluster scope`,
      ],
    ];
    for (const [promise, message] of cases) {
      const error = await errorOf(promise);
      expect(error.message).to.equal(message);
      expect(error).to.include({ code: 'forbidden', status: 403, reason: 'Forbidden', admission: false });
    }
  });

  it('holds for watches too', async () => {
    const { cluster, tenant } = setup();
    const open = (ns?: string) =>
      tenant
        .watch(BACKUP_STORAGES, { resourceVersion: '0', ...(ns ? { namespace: ns } : {}) })
        [Symbol.asyncIterator]()
        .next();
    expect((await errorOf(open())).message).to.contain('cannot watch resource "backupstorages"');
    expect((await open('demo')).value).to.include({ type: 'ADDED' });
    cluster.dispose();
  });

  it('allows what a rule allows, and no more', async () => {
    const { tenant } = setup();
    expect((await tenant.list(BACKUP_STORAGES, { namespace: 'demo' })).items).to.have.length(1);
    expect((await tenant.list(REPOSITORIES)).items).to.deep.equal([]);
    expect((await tenant.list(REPOSITORIES, { namespace: 'prod' })).items).to.deep.equal([]);
    await tenant.create(SECRETS, secret('new', {}, 'prod'));
    await tenant.get(SECRETS, { namespace: 'demo', name: 'mine' });
    // A rule with names lists one name only.
    const options = { namespace: 'demo', fieldSelector: 'metadata.name=mine' };
    expect((await tenant.list(SECRETS, options)).items).to.have.length(1);
    expect((await errorOf(tenant.list(SECRETS, { namespace: 'demo' }))).code).to.equal('forbidden');
    const asked = { ...options, fieldSelector: 'metadata.name!=mine' };
    expect((await errorOf(tenant.list(SECRETS, asked))).code).to.equal('forbidden');
    // Somebody with every right in a namespace may see the namespace.
    expect((await tenant.get(NAMESPACES, { name: 'own' })).metadata?.name).to.equal('own');
    expect((await errorOf(tenant.get(NAMESPACES, { name: 'demo' }))).code).to.equal('forbidden');
    expect((await tenant.list(BACKUP_CONFIGURATIONS, { namespace: 'own' })).items).to.deep.equal([]);
  });

  it('asks for creating too when an apply creates', async () => {
    const { cluster } = setup();
    const source = cluster.dataSource({ user: 'patcher', rules: [{ verbs: ['patch'], resources: ['*'] }] });
    const exists = storage('a', { default: true });
    await source.apply(BACKUP_STORAGES, exists, { force: true });
    const error = await errorOf(source.apply(BACKUP_STORAGES, storage('new')));
    expect(error.message).to.contain('User "patcher" cannot create resource "backupstorages"');
  });

  it('lets a 403 come before a 404', async () => {
    const { cluster, tenant } = setup();
    expect((await errorOf(tenant.get(SECRETS, { namespace: 'prod', name: 'none' }))).code).to.equal('forbidden');
    cluster.faults.uninstall(BACKUP_CONFIGURATIONS);
    expect((await errorOf(tenant.list(BACKUP_CONFIGURATIONS))).code).to.equal('forbidden');
    expect((await errorOf(cluster.dataSource().list(BACKUP_CONFIGURATIONS))).code).to.equal('not-found');
  });

  it('reads the rules at every request', async () => {
    const { cluster } = setup();
    const mine: AccessRule[] = [];
    const source = cluster.dataSource({ user: 'new', rules: mine });
    expect((await errorOf(source.list(BACKUP_STORAGES))).code).to.equal('forbidden');
    mine.push({ verbs: ['list'], resources: ['*'] });
    expect((await source.list(BACKUP_STORAGES)).items).to.have.length(1);
  });

  it('is the cluster’s own user unless told otherwise', async () => {
    const cluster = new MemoryCluster({ user: 'jane', rules: [] });
    const error = await errorOf(cluster.dataSource().list(SECRETS));
    expect(error.message).to.equal(
      'secrets is forbidden: User "jane" cannot list resource "secrets" in API group "" at the cluster scope',
    );
    expect(cluster.dataSource().user).to.equal('jane');
    // Another user without rules may do everything.
    expect((await cluster.dataSource({ user: 'root' }).list(SECRETS)).items).to.deep.equal([]);
  });
});

describe('memory cluster: access reviews, namespaces, schemas', () => {
  it('answers reviews in order', async () => {
    const { admin, tenant } = setup();
    const queries: AccessQuery[] = [
      { type: BACKUP_STORAGES, verb: 'list' },
      { type: BACKUP_STORAGES, verb: 'list', namespace: 'demo' },
      { type: BACKUP_STORAGES, verb: 'create', namespace: 'prod' },
      { type: BACKUP_STORAGES, verb: 'delete', namespace: 'demo' },
      { type: SECRETS, verb: 'delete', namespace: 'demo', name: 'mine' },
      { type: SECRETS, verb: 'delete', namespace: 'demo' },
      { type: REPOSITORIES, verb: 'list' },
    ];
    expect(await tenant.review(queries)).to.deep.equal([
      'denied',
      'allowed',
      'allowed',
      'denied',
      'allowed',
      'denied',
      'allowed',
    ]);
    expect(new Set(await admin.review(queries))).to.deep.equal(new Set(['allowed']));
  });

  it('names the namespaces that it can', async () => {
    const { cluster, admin, tenant } = setup();
    expect(await admin.namespaces()).to.deep.equal({ names: ['demo', 'own', 'prod'], complete: true });
    expect(await tenant.namespaces()).to.deep.equal({ names: ['demo', 'own', 'prod'], complete: false });
    const blind = cluster.dataSource({ user: 'blind', rules: [{ verbs: ['list'], resources: ['backupstorages'] }] });
    expect((await errorOf(blind.namespaces())).message).to.equal(
      'namespaces is forbidden: User "blind" cannot list resource "namespaces" in API group "" at the cluster scope',
    );
  });

  it('gives the bundled schema', async () => {
    const { cluster, admin } = setup();
    const { openAPIV3Schema, source, version } = await admin.schema(BACKUP_STORAGES);
    expect(source).to.equal('bundled');
    expect(version).to.match(/^[0-9a-f]{8}$/);
    expect(openAPIV3Schema).to.have.nested.property('properties.spec.properties.storage');
    expect((await admin.schema(REPOSITORIES)).version).to.not.equal(version);
    expect((await errorOf(admin.schema(SECRETS))).code).to.equal('not-found');
    cluster.faults.uninstall(BACKUP_STORAGES);
    expect((await errorOf(admin.schema(BACKUP_STORAGES))).code).to.equal('not-found');
  });
});

describe('memory cluster: lists of ten thousand', () => {
  it('costs a list and an event little', async function () {
    this.timeout(10_000);
    const time = new FakeTime();
    const objects = Array.from({ length: 10_000 }, (_, index) => storage(`s${index}`));
    const cluster = new MemoryCluster({ objects, ...time });
    const source = cluster.dataSource();
    let { continue: token, items } = await source.list(BACKUP_STORAGES, { limit: 500 });
    const seen = new Set(items);
    while (token !== undefined) {
      ({ continue: token, items } = await source.list(BACKUP_STORAGES, { limit: 500, continue: token }));
      for (const item of items) seen.add(item);
    }
    expect(seen.size).to.equal(10_000);
    const started = performance.now();
    for (let index = 0; index < 1000; index += 1)
      cluster.apply({
        ...storage(`s${index}`),
        metadata: { name: `s${index}`, namespace: 'demo', labels: { x: 'y' } },
      });
    // Measured at a few milliseconds; this only catches work that grows with the number of objects.
    expect(performance.now() - started).to.be.lessThan(1000);
    cluster.dispose();
  });
});
