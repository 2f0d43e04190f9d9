import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-detail.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { sampleObjects } from '../../src/samples/index.js';
import { DEFAULTS, NAMESPACES, STORAGES, USAGE } from '../fixtures/acceptance.js';
import {
  CONFIGURATION_HEADS,
  configurationRowsOf,
  LIST_ROWS,
  REPOSITORY_HEADS,
  repositoryRowsOf,
  sorted,
} from '../fixtures/rows.js';
import { detailOf, factsOf, settled } from './detail-support.js';
import { button, mount, nextEvent, rootOf, sampleCluster, seenText, tableHeads, tableRows, until } from './support.js';

const REPOSITORIES = 'Repositories';
const CONFIGURATIONS = 'BackupConfigurations';

const listed = (names: readonly string[]) => new Intl.ListFormat('en').format(names.toSorted());

function usageWords({ storage, from, allowed }: (typeof USAGE)[number]): string {
  if (from === 'All') return 'All Every namespace may use it.';
  if (from === 'Same') return `Same Only ${storage.split('/')[0]} may use it.`;
  return `Selector ${allowed.length} of ${NAMESPACES.length} namespaces may use it: ${listed(allowed)}`;
}

describe('<backupstorage-detail>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  for (const { storage } of STORAGES) {
    it(`shows ${storage} as the acceptance tables have it`, async () => {
      const detail = await settled(await detailOf(sampleCluster(), storage));
      const [name, namespace, provider, size, repositories, status, age] = LIST_ROWS.find(
        (row) => `${row[1]}/${row[0]}` === storage,
      )!;
      expect(factsOf(detail)).to.include({
        Name: name,
        Namespace: namespace,
        Provider: provider,
        Size: size,
        'No. of Connected Repositories': repositories,
        Status: status,
        Age: age,
      });
      expect(sorted(tableRows(rootOf(detail), REPOSITORIES))).to.deep.equal(sorted(repositoryRowsOf(storage)));
      expect(sorted(tableRows(rootOf(detail), CONFIGURATIONS))).to.deep.equal(sorted(configurationRowsOf(storage)));
    });

    it(`says who may use ${storage}, and who gets it, as the acceptance tables have it`, async () => {
      const detail = await settled(await detailOf(sampleCluster(), storage));
      const words = usageWords(USAGE.find((row) => row.storage === storage)!);
      await until(() => factsOf(detail)['Usage Policy']?.startsWith(words), words);
      const takers = DEFAULTS.filter((row) => row.storage === storage).map(({ namespace }) => namespace);
      const given = takers.length > 0 ? `Namespaces that get it now: ${listed(takers)}` : undefined;
      if (given) await until(() => factsOf(detail)['Default Storage']!.includes(given), given);
      else expect(factsOf(detail)['Default Storage']).to.not.match(/get it now:/);
    });
  }

  it('has the columns of the guide', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
    expect(tableHeads(rootOf(detail), REPOSITORIES)).to.deep.equal(REPOSITORY_HEADS);
    expect(tableHeads(rootOf(detail), CONFIGURATIONS)).to.deep.equal(CONFIGURATION_HEADS);
  });

  it('shows labels and annotations, but not kubectl’s copy of the manifest', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
    expect(factsOf(detail)['Labels']).to.equal('team: platform tier: primary');
    expect(factsOf(detail)['Annotations']).to.equal('example.com/owner: platform@example.com');
    expect(factsOf(detail)['UID']).to.equal('98c47536-98c4-48c4-8c47-00043f86ef7a');
  });

  it('says in plain sight why it is not ready, and which repositories failed although it is', async () => {
    const notReady = await settled(await detailOf(sampleCluster(), 'staging/minio-tls'));
    expect(seenText(rootOf(notReady))).to.contain('certificate signed by unknown authority');
    const unsynced = await settled(await detailOf(sampleCluster(), 'prod/azure-finance'));
    expect(seenText(rootOf(unsynced))).to.contain('Sync error: staging/ledger-staging-repo');
  });

  it('is accessible, also when it is not ready and when there is nothing', async () => {
    for (const key of ['backup-system/aws-primary', 'staging/minio-tls', 'edge/local-hostpath'])
      await expect(await settled(await detailOf(sampleCluster(), key))).to.be.accessible();
    const missing = await detailOf(sampleCluster(), 'demo/nobody');
    await until(() => seenText(rootOf(missing)).includes('There is no BackupStorage nobody'));
    await expect(missing).to.be.accessible();
  });

  it('links repositories and configurations where the host says where to', async () => {
    const detail = await settled(
      await detailOf(sampleCluster(), 'demo/minio-lab', {
        repositoryHref: '/r/{namespace}/{name}',
        backupConfigurationHref: '/c/{namespace}/{name}',
      }),
    );
    const repository = button(rootOf(detail), 'sample-sts-repo') as unknown as HTMLAnchorElement;
    expect(repository.getAttribute('href')).to.equal('/r/demo/sample-sts-repo');
    detail.addEventListener('backupstorage-repository-select', (event) => event.preventDefault());
    const selected = nextEvent(detail, 'backupstorage-repository-select');
    repository.click();
    expect((await selected).object?.spec?.storageRef?.name).to.equal('minio-lab');
    expect(button(rootOf(detail), 'waiting-backup')!.getAttribute('href')).to.equal('/c/demo/waiting-backup');
  });

  it('sorts its tables', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
    const table = [...rootOf(detail).querySelectorAll('table')].find((one) => one.ariaLabel === REPOSITORIES)!;
    button(table, 'Size')!.click();
    const sizes = () => tableRows(rootOf(detail), REPOSITORIES).map((row) => row[2]);
    await until(() => sizes()[0] === '806 B');
    expect(sizes()).to.deep.equal(['806 B', '664.373 KiB', '2.048 GiB', '41.318 GiB']);
  });

  it('takes a storage of the same name in another namespace for another storage', async () => {
    const twin: BackupStorage = {
      apiVersion: 'storage.kubestash.com/v1alpha1',
      kind: 'BackupStorage',
      metadata: { name: 'aws-primary', namespace: 'demo', uid: 'twin' },
      spec: { storage: { provider: 's3', s3: { bucket: 'x' } } },
    };
    const detail = await settled(
      await detailOf(sampleCluster({ objects: [...sampleObjects(), twin] }), 'demo/aws-primary'),
    );
    expect(factsOf(detail)['UID']).to.equal('twin');
    expect(tableRows(rootOf(detail), REPOSITORIES)).to.deep.equal([]);
    expect(seenText(rootOf(detail))).to.contain('No Repository stores here yet.');
  });

  it('follows another name without mixing the two', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
    Object.assign(detail, { namespace: 'demo', name: 'minio-lab' });
    await until(() => factsOf(detail)['Name'] === 'minio-lab');
    await settled(detail);
    expect(sorted(tableRows(rootOf(detail), REPOSITORIES))).to.deep.equal(sorted(repositoryRowsOf('demo/minio-lab')));
  });

  describe('live', () => {
    it('turns Ready, and tells when it is deleted', async () => {
      const cluster = sampleCluster();
      const source = cluster.dataSource();
      const detail = await detailOf(cluster, 'demo/fresh');
      await until(() => seenText(rootOf(detail)).includes('There is no BackupStorage fresh'));
      const fresh: BackupStorage = {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        // The operator alone would be done with it before a busy browser has looked.
        metadata: { name: 'fresh', namespace: 'demo', finalizers: ['example.com/hold'] },
        spec: { storage: { provider: 'local', local: { mountPath: '/data', emptyDir: {} } } },
      };
      const key = { namespace: 'demo', name: 'fresh' };
      await source.create(BACKUP_STORAGES, fresh);
      await until(() => factsOf(detail)['Status'] === 'Ready', 'Ready');
      const deleted = nextEvent(detail, 'backupstorage-deleted');
      await source.delete(BACKUP_STORAGES, key);
      await until(() => factsOf(detail)['Status'] === 'Terminating', 'Terminating');
      await source.patch(BACKUP_STORAGES, key, { metadata: { finalizers: null } }, { type: 'merge' });
      expect((await deleted).name).to.equal('fresh');
      await until(() => seenText(rootOf(detail)).includes('fresh has been deleted'));
    });

    it('lets go of every watch a few seconds after it has left the page', async () => {
      const cluster = sampleCluster();
      const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
      await until(() => cluster.openWatches === 3);
      detail.remove();
      await until(() => cluster.openWatches === 0, 'the watches to close', 8_000);
    });
  });

  describe('with limited rights', () => {
    it('shows repositories that only the storage’s status knows, and says what it may not list', async () => {
      const cluster = sampleCluster({ rules: [{ verbs: ['*'], resources: ['backupstorages'] }] });
      const detail = await settled(await detailOf(cluster, 'backup-system/aws-primary'));
      const rows = tableRows(rootOf(detail), REPOSITORIES);
      expect(rows.map(([name, , size, snapshots, target]) => [name, size, snapshots, target])).to.deep.include([
        'orders-pg-repo',
        '41.318 GiB',
        '—',
        '—',
      ]);
      expect(rows).to.have.lengthOf(4);
      expect(seenText(rootOf(detail))).to.contain('Rows with dashes are known from the storage’s own status only.');
      expect(seenText(rootOf(detail))).to.contain('You may not list BackupConfigurations.');
    });

    it('shows what came from the namespaces that answered', async () => {
      const cluster = sampleCluster({
        rules: [
          { verbs: ['*'], resources: ['backupstorages'] },
          { verbs: ['*'], resources: ['*'], namespaces: ['prod'] },
        ],
      });
      const detail = await settled(await detailOf(cluster, 'backup-system/aws-primary'));
      await until(() => tableRows(rootOf(detail), CONFIGURATIONS).length > 0);
      expect(new Set(tableRows(rootOf(detail), CONFIGURATIONS).map((row) => row[1]))).to.deep.equal(new Set(['prod']));
      expect(seenText(rootOf(detail))).to.contain('Not shown, because you may not list them:');
    });

    it('says in the server’s words that the storage may not be read', async () => {
      const detail = await detailOf(sampleCluster({ rules: [] }), 'demo/minio-lab');
      await until(() => seenText(rootOf(detail)).includes('You may not read this BackupStorage'));
      expect(seenText(rootOf(detail))).to.contain('cannot list resource "backupstorages"');
    });
  });

  it('says when there is no data source, when KubeStash is missing and when the cluster is out of reach', async () => {
    const none = await mount<BackupStorageDetail>('backupstorage-detail', { namespace: 'demo', name: 'minio-lab' });
    expect(seenText(rootOf(none))).to.contain('No data source');
    const without = sampleCluster();
    without.faults.uninstall(BACKUP_STORAGES);
    const missing = await detailOf(without, 'demo/minio-lab');
    await until(() => seenText(rootOf(missing)).includes('KubeStash is not installed in this cluster'));
    const away = sampleCluster();
    away.faults.offline = true;
    const lost = await detailOf(away, 'demo/minio-lab');
    await until(() => seenText(rootOf(lost)).includes('The cluster cannot be reached'));
    away.faults.clear();
    button(rootOf(lost), 'Retry')!.click();
    await until(() => factsOf(lost)['Name'] === 'minio-lab');
  });
});
