import { expect } from 'chai';
import { formatAge } from '../../../src/model/age.js';
import { defaultStorageFor } from '../../../src/model/default-storage.js';
import { repositoriesOf, sessionRowsOf } from '../../../src/model/links.js';
import { identityOf, keyOf } from '../../../src/model/references.js';
import { storageRow } from '../../../src/model/rows.js';
import type { BackupConfiguration, BackupStorage, Namespace, Repository } from '../../../src/model/types.js';
import { mayUse, namespaceFacts } from '../../../src/model/usage-policy.js';
import { SAMPLE_TIME } from '../../../src/samples/index.js';
import * as expected from '../../fixtures/acceptance.js';

const storages = expected.samplesOf<BackupStorage>('BackupStorage');
const repositories = expected.samplesOf<Repository>('Repository');
const configurations = expected.samplesOf<BackupConfiguration>('BackupConfiguration');
const namespaces = expected.samplesOf<Namespace>('Namespace');

const full = ({ namespace, name }: { namespace: string; name: string }) => keyOf(namespace, name);
const ageOf = (createdAt: number | undefined) => createdAt && formatAge(createdAt, SAMPLE_TIME);

describe('the sample cluster: BackupStorages', () => {
  const rows = storages.map(storageRow);

  for (const row of expected.STORAGES) {
    it(row.storage, () => {
      const found = rows.filter((each) => full(each) === row.storage);
      expect(found).to.have.length(1);
      const { provider, size, repositories: count, status, createdAt } = found[0]!;
      expect({
        storage: row.storage,
        provider,
        size,
        repositories: count,
        status: status.label,
        tone: status.tone,
        inProgress: status.inProgress,
        marks: status.marks.map((mark) => mark.kind),
        age: ageOf(createdAt),
      }).to.deep.equal(row);
    });
  }

  it('has no other rows', () => {
    expect(rows).to.have.length(expected.STORAGES.length);
  });
});

describe('the sample cluster: Repositories', () => {
  const rows = storages.flatMap((storage) =>
    repositoriesOf(storage, repositories, configurations).map((row) => ({ storage: full(identityOf(storage)), row })),
  );

  for (const line of expected.REPOSITORIES) {
    it(`${line.repository} of ${line.storage}`, () => {
      const found = rows.filter(({ storage, row }) => storage === line.storage && full(row) === line.repository);
      expect(found).to.have.length(1);
      const { row } = found[0]!;
      expect({
        storage: line.storage,
        repository: line.repository,
        size: row.size,
        snapshots: row.snapshots,
        target: row.target,
        retentionPolicies: row.retentionPolicies.map(full),
        status: row.status.label,
        tone: row.status.tone,
        inProgress: row.status.inProgress,
        marks: row.status.marks.map((mark) => mark.kind),
        age: ageOf(row.createdAt),
      }).to.deep.equal(line);
      expect(row.partial).to.equal(false);
    });
  }

  it('has no other rows', () => {
    expect(rows).to.have.length(expected.REPOSITORIES.length);
  });
});

describe('the sample cluster: BackupConfigurations', () => {
  const rows = storages.flatMap((storage) =>
    sessionRowsOf(storage, configurations, SAMPLE_TIME).map((row) => ({ storage: full(identityOf(storage)), row })),
  );

  for (const line of expected.SESSIONS) {
    it(`${line.configuration} ${line.session ?? '(no session)'} into ${line.storage}`, () => {
      const found = rows.filter(
        ({ storage, row }) =>
          storage === line.storage && full(row) === line.configuration && row.session === line.session,
      );
      expect(found).to.have.length(1);
      const { row } = found[0]!;
      expect({
        storage: line.storage,
        configuration: line.configuration,
        session: row.session,
        schedule: row.schedule,
        suspended: row.suspended,
        target: row.target,
        tasks: row.tasks,
        paused: row.paused,
        status: row.status.label,
        tone: row.status.tone,
      }).to.deep.equal(line);
      expect(row.invokerKind).to.equal('BackupConfiguration');
    });
  }

  it('has no other rows', () => {
    expect(rows).to.have.length(expected.SESSIONS.length);
  });
});

describe('the sample cluster: who may use what', () => {
  for (const line of expected.USAGE) {
    it(line.storage, () => {
      const storage = expected.sample<BackupStorage>('BackupStorage', line.storage);
      expect(storage.spec?.usagePolicy?.allowedNamespaces?.from).to.equal(line.from);
      const allowed = expected.NAMESPACES.filter((name) => {
        const namespace = namespaces.find((each) => each.metadata?.name === name)!;
        return mayUse(storage, namespaceFacts(namespace));
      });
      expect(allowed).to.deep.equal(line.allowed);
    });
  }
});

describe('the sample cluster: default storages', () => {
  for (const line of expected.DEFAULTS) {
    it(line.namespace, () => {
      const namespace = namespaces.find((each) => each.metadata?.name === line.namespace)!;
      const storage = defaultStorageFor(namespaceFacts(namespace), storages);
      expect(storage && full(identityOf(storage))).to.equal(line.storage);
    });
  }
});
