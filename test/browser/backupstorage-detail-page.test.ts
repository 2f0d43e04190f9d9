/** What the detail page says beyond the acceptance tables, as its user meets it. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../src/model/types.js';
import { sampleObjects, SAMPLE_TIME } from '../../src/samples/index.js';
import { detailOf, factsOf, settled } from './detail-support.js';
import { button, control, nextEvent, rootOf, sampleCluster, seenText, tableRows, type, until } from './support.js';

const textOf = (detail: BackupStorageDetail) => seenText(rootOf(detail));
const partOf = (detail: BackupStorageDetail, part: string) =>
  rootOf(detail).querySelector<HTMLElement>(`[part~=${part}]`)!;
const announced = (detail: BackupStorageDetail) => rootOf(detail).lastElementChild!.textContent!;
const tab = (detail: BackupStorageDetail, name: string) =>
  [...rootOf(detail).querySelectorAll<HTMLElement>('[role=tab]')].find((one) => seenText(one) === name)!;
const namesIn = (detail: BackupStorageDetail, table: string) => tableRows(rootOf(detail), table).map(([name]) => name);

/** The sample storage with another spec, alone under its name. */
function changed(key: string, change: (storage: BackupStorage) => void): MemoryCluster {
  const objects = sampleObjects();
  const [namespace, name] = key.split('/');
  const found = objects.find(
    ({ kind, metadata }) => kind === 'BackupStorage' && metadata?.namespace === namespace && metadata?.name === name,
  ) as BackupStorage;
  change(found);
  return sampleCluster({ objects });
}

describe('<backupstorage-detail>: the page', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  describe('basic', () => {
    let copied: string[];
    const clipboard = navigator.clipboard;
    const stub = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    beforeEach(() => {
      copied = [];
      stub(async (text) => void copied.push(text));
    });
    after(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard }));

    it('copies labels, annotations and the uid by a press, and says so', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
      for (const text of [
        'team: platform',
        'example.com/owner: platform@example.com',
        '98c47536-98c4-48c4-8c47-00043f86ef7a',
      ]) {
        button(rootOf(detail), text)!.click();
        await until(() => announced(detail) === `Copied ${text}`);
      }
      expect(copied).to.deep.equal([
        'team: platform',
        'example.com/owner: platform@example.com',
        '98c47536-98c4-48c4-8c47-00043f86ef7a',
      ]);
    });

    it('says when copying is not allowed', async () => {
      stub(() => Promise.reject(new Error('no')));
      const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
      button(rootOf(detail), 'team: platform')!.click();
      await until(() => announced(detail).includes('Copying is not allowed here'));
    });
  });

  describe('conditions', () => {
    it('are a timeline with the latest change first, in the operator’s words', async () => {
      const cluster = changed('demo/minio-lab', ({ status }) => {
        status!.conditions = [
          { type: 'BackendInitialized', status: 'True', lastTransitionTime: '2026-08-18T09:00:00Z', reason: 'Fine' },
          {
            type: 'SomethingNew',
            status: 'False',
            severity: 'Warning',
            lastTransitionTime: '2026-08-20T11:50:00Z',
            message: 'x'.repeat(400),
          },
        ];
      });
      const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
      const [first, second] = [...partOf(detail, 'conditions').children] as HTMLElement[];
      expect(seenText(first!)).to.match(/^SomethingNew False 10m x{120}…/);
      expect(first!.className).to.equal('warning');
      const time = first!.querySelector('time')!;
      time.dispatchEvent(new PointerEvent('pointerenter'));
      expect(time.title).to.contain('2026');
      // Folded, until somebody opens it.
      const fold = first!.querySelector('details')!;
      expect(fold.open).to.equal(false);
      fold.querySelector('summary')!.click();
      expect(fold.querySelector('p')!.textContent).to.have.lengthOf(400);
      expect(seenText(second!)).to.match(/^BackendInitialized True 2d3h Fine$/);
      expect(second!.className).to.equal('success');
    });

    it('are said to be missing before the operator has spoken', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'demo/local-pvc'));
      expect(textOf(detail)).to.contain('No conditions have been reported yet.');
    });
  });

  describe('backend', () => {
    it('reads the settings out with the form’s labels', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'prod/azure-finance'));
      expect(factsOf(detail)).to.include({ 'Account Name': 'acmefinance', Container: 'db-backups', Prefix: 'finance' });
    });

    it('says that there are no settings, and that there are those of another provider', async () => {
      const none = await settled(await detailOf(sampleCluster(), 'demo/legacy-b2'));
      expect(textOf(none)).to.contain('No settings are stored for the provider b2.');
      expect(factsOf(none)['Credentials']).to.equal('The settings name no Secret.');
      const two = changed('demo/minio-lab', ({ spec }) => (spec!.storage!.azure = { container: 'c' }));
      const stray = await settled(await detailOf(two, 'demo/minio-lab'));
      expect(textOf(stray)).to.contain('There are also settings for azure.');
    });

    it('says how a storage without a Secret signs in', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'prod/irsa-archive'));
      expect(factsOf(detail)['Credentials']).to.contain('None: the jobs sign in with an identity of their own.');
      expect(factsOf(detail)['Credentials']).to.contain('Service account of the jobs:');
      const local = await settled(await detailOf(sampleCluster(), 'edge/local-nfs'));
      expect(factsOf(local)['Credentials']).to.equal('None. The provider has no credentials.');
    });
  });

  describe('credentials', () => {
    const check = async (detail: BackupStorageDetail) => {
      button(rootOf(detail), 'Check keys')!.click();
      return until(() => {
        const said = seenText(rootOf(detail).querySelector('.keys')!);
        return said !== '' && !said.includes('Looking') && said;
      });
    };

    it('are read only when the user asks, and then as names', async () => {
      const cluster = sampleCluster();
      const read: string[] = [];
      cluster.observe(({ type, verb, namespace, name }) => {
        if (type?.resource === 'secrets') read.push(`${verb} ${namespace}/${name}`);
      });
      const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
      expect(factsOf(detail)['Credentials']).to.contain('Secret minio-lab-cred in demo');
      expect(read).to.deep.equal([]);
      expect(await check(detail)).to.equal('It has the keys AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
      expect(read).to.deep.equal(['get demo/minio-lab-cred']);
      const secret = sampleObjects().find(({ metadata }) => metadata?.name === 'minio-lab-cred') as Secret;
      const values = Object.values({ ...secret.data, ...secret.stringData });
      expect(values).not.to.be.empty;
      for (const value of values) {
        expect(rootOf(detail).innerHTML).not.to.contain(value);
        if (secret.data) expect(rootOf(detail).innerHTML).not.to.contain(atob(value));
      }
    });

    it('tells a Secret that is not there from one that may not be read', async () => {
      const missing = await settled(await detailOf(sampleCluster(), 'backup-system/azure-dr'));
      expect(await check(missing)).to.contain('There is no Secret azure-dr-cred in backup-system.');
      const rules = [{ verbs: ['*'], resources: ['backupstorages', 'repositories', 'backupconfigurations'] }];
      const refused = await settled(await detailOf(sampleCluster({ rules }), 'demo/minio-lab'));
      expect(await check(refused)).to.equal('You may not read this Secret, so its keys cannot be checked.');
    });

    it('says which key is missing', async () => {
      const objects = sampleObjects();
      const secret = objects.find(({ metadata }) => metadata?.name === 'minio-lab-cred') as Secret;
      for (const where of [secret.data, secret.stringData]) delete where?.['AWS_SECRET_ACCESS_KEY'];
      const detail = await settled(await detailOf(sampleCluster({ objects }), 'demo/minio-lab'));
      expect(await check(detail)).to.contain('It lacks AWS_SECRET_ACCESS_KEY');
    });

    it('forgets what it knew of a Secret when another storage is shown, and late answers too', async () => {
      const cluster = sampleCluster();
      const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
      const held = cluster.faults.hold({ when: (request) => request.type?.resource === 'secrets' });
      button(rootOf(detail), 'Check keys')!.click();
      await until(() => held.waiting === 1);
      Object.assign(detail, { namespace: 'prod', name: 'azure-finance' });
      await until(() => factsOf(detail)['Name'] === 'azure-finance');
      held.release();
      await settled(detail);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(seenText(rootOf(detail).querySelector('.keys')!)).to.equal('');
    });
  });

  describe('access', () => {
    it('works out which namespaces a selector lets in', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'prod/azure-finance'));
      await until(() => textOf(detail).includes('2 of 6 namespaces may use it: prod and staging'));
      expect(textOf(detail)).to.contain('Namespaces that match: kubernetes.io/metadata.name in (prod, staging)');
    });

    it('says that a policy that is not there means nobody', async () => {
      const cluster = changed('demo/minio-lab', ({ spec }) => delete spec!.usagePolicy);
      const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
      expect(textOf(detail)).to.contain('No namespace may use it.');
      expect(textOf(detail)).to.contain('It has no usage policy, and that counts as nobody.');
    });

    it('says what being the default means, and who gets it', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
      await until(() => textOf(detail).includes('Namespaces that get it now: backup-system, demo, edge, and prod'));
      const other = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
      expect(factsOf(other)['Default Storage']).to.contain('No. BackupConfigurations that name no storage');
    });

    it('shortens a long list of namespaces, and opens it', async () => {
      const more = Array.from({ length: 20 }, (_, at) => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: `team-${at + 10}` },
      }));
      const cluster = sampleCluster({ objects: [...sampleObjects(), ...more] });
      const detail = await settled(await detailOf(cluster, 'backup-system/aws-primary'));
      await until(() =>
        textOf(detail).includes('Namespaces that get it now: backup-system, demo, edge, prod, team-10, team-11'),
      );
      const fact = [...rootOf(detail).querySelectorAll('dd')].find((one) => one.textContent!.includes('get it now'))!;
      expect(seenText(fact.querySelector('summary')!)).to.equal('and 18 more');
      expect(fact.querySelectorAll('li')).to.have.lengthOf(18);
    });

    it('does not claim to know who gets the default when it may not see the namespaces', async () => {
      const rules = [{ verbs: ['*'], resources: ['backupstorages', 'repositories', 'backupconfigurations'] }];
      const detail = await settled(await detailOf(sampleCluster({ rules }), 'backup-system/aws-primary'));
      expect(textOf(detail)).to.contain('Which namespaces get it now cannot be told');
    });

    it('says what deletion does', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
      expect(factsOf(detail)['Deletion Policy']).to.contain('erases the backed up data as well');
    });
  });

  it('draws the size by repository, with words and figures beside the bars', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
    const plot = partOf(detail, 'size-plot');
    expect(seenText(plot)).to.contain('Total 43.367 GiB');
    const bars = [...plot.querySelectorAll<HTMLElement>('li')];
    expect(bars.map(seenText)).to.deep.equal([
      'prod/orders-pg-repo 41.318 GiB 95%',
      'staging/orders-pg-staging-repo 2.048 GiB 5%',
      'backup-system/cluster-manifests-repo 664.373 KiB less than 1%',
      'analytics/old-search-repo 806 B less than 1%',
    ]);
    const widths = bars.map((bar) => bar.querySelector('.bar-full')!.getBoundingClientRect().width);
    expect(widths[0]! / widths[1]!).to.be.within(15, 25);
    expect(rootOf(detail).querySelector('[style]')).to.equal(null);
  });

  describe('tables', () => {
    it('filter by what their rows say, count, announce, and clear', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
      const field = () => control(rootOf(detail), 'Filter Repositories');
      const change = nextEvent(detail, 'backupstorage-detail-view-change');
      type(field(), 'postgres keep-week');
      expect((await change).repositoriesFilter).to.equal('postgres keep-week');
      await until(() => namesIn(detail, 'Repositories').join() === 'orders-pg-staging-repo');
      expect(seenText(rootOf(detail).getElementById('repositories')!)).to.equal('Repositories 1 of 4');
      await until(() => announced(detail) === '1 of 4 Repositories shown');
      // The other table is left alone.
      expect(namesIn(detail, 'BackupConfigurations')).to.have.lengthOf(4);
      type(field(), 'nothing of the kind');
      await until(() => textOf(detail).includes('None of the Repositories contains “nothing of the kind”.'));
      button(rootOf(detail), 'Clear filter')!.click();
      await until(() => namesIn(detail, 'Repositories').length === 4);
      expect(rootOf(detail).activeElement?.id).to.equal('filter-repositories');
      // What is wrong is said, filtered or not.
      type(control(rootOf(detail), 'Filter BackupConfigurations'), 'paused');
      await until(() => namesIn(detail, 'BackupConfigurations').join() === 'orders-pg-staging');
      button(rootOf(detail), 'Clear filter of BackupConfigurations')!.click();
      await until(() => namesIn(detail, 'BackupConfigurations').length === 4);
    });

    it('sort, say so, and tell the host', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
      const table = [...rootOf(detail).querySelectorAll('table')].find(
        (one) => one.ariaLabel === 'BackupConfigurations',
      )!;
      const change = nextEvent(detail, 'backupstorage-detail-view-change');
      button(table, 'Session')!.click();
      expect(await change).to.include({ configurationsSort: 'session', repositoriesSort: 'name', tab: 'overview' });
      await until(() => announced(detail) === 'BackupConfigurations sorted by Session, ascending');
      expect(tableRows(rootOf(detail), 'BackupConfigurations').map((row) => row[4])).to.deep.equal([
        'daily',
        'daily',
        'frequent',
        'nightly',
      ]);
    });

    it('start as the host says, and take a column that does not exist for none', async () => {
      const detail = await settled(
        await detailOf(sampleCluster(), 'backup-system/aws-primary', {
          repositoriesSort: '-size',
          repositoriesFilter: 'pg',
          configurationsSort: 'colour',
        }),
      );
      expect(namesIn(detail, 'Repositories')).to.deep.equal(['orders-pg-repo', 'orders-pg-staging-repo']);
      expect(namesIn(detail, 'BackupConfigurations')[0]).to.equal('cluster-manifests');
    });

    it('say above them which repositories failed, and how', async () => {
      const damaged = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
      expect(seenText(partOf(damaged, 'repository-problems'))).to.equal(
        'One Repository has a problem staging/orders-pg-staging-repo failed its integrity check: its data is damaged, whatever its phase.',
      );
      const unsynced = await settled(await detailOf(sampleCluster(), 'prod/azure-finance'));
      expect(seenText(partOf(unsynced, 'repository-problems'))).to.contain(
        'staging/ledger-staging-repo could not be synced:',
      );
      const fine = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
      expect(partOf(fine, 'repository-problems')).to.equal(null);
    });

    it('read schedules out, with the next run', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab', { locale: 'en' }));
      expect(seenText(partOf(detail, 'next-backup'))).to.contain('Next backup: demo/sample-sts-backup · full,');
      expect(partOf(detail, 'next-backup').querySelector('time')!.dateTime).to.equal('2026-08-20T12:05:00.000Z');
      const schedules = () => tableRows(rootOf(detail), 'BackupConfigurations').map((row) => row[2]);
      expect(schedules()).to.include('*/5 * * * *');
      control(rootOf(detail), 'Schedules in words')!.click();
      await until(() => schedules().some((one) => one!.startsWith('*/5 * * * * Every 5 minutes (UTC). Next run ')));
      const edge = await settled(await detailOf(sampleCluster(), 'edge/local-nfs'));
      control(rootOf(edge), 'Schedules in words')!.click();
      await until(() =>
        textOf(edge).includes('@weekly (suspended) At 00:00 on Sunday (UTC). No next run: it is suspended'),
      );
    });
  });

  describe('tabs', () => {
    const editorText = (detail: BackupStorageDetail) =>
      rootOf(detail).querySelector('.cm-content')?.textContent ?? rootOf(detail).querySelector('textarea')?.value ?? '';

    it('show the whole object, without a way to change it', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
      expect(rootOf(detail).querySelector('.editor')).to.equal(null);
      const change = nextEvent(detail, 'backupstorage-detail-view-change');
      tab(detail, 'Manifest').click();
      expect((await change).tab).to.equal('manifest');
      expect(detail.getAttribute('tab')).to.equal('manifest');
      await until(() => editorText(detail).includes('minio-lab-cred'), 'the manifest', 10_000);
      await until(() => rootOf(detail).querySelector('.cm-content'), 'the editor', 10_000);
      expect(rootOf(detail).querySelector('.cm-content')!.getAttribute('aria-readonly')).to.equal('true');
      expect(button(rootOf(detail), 'Submit')).to.equal(undefined);
      await expect(detail).to.be.accessible();
      tab(detail, 'Overview').click();
      await until(() => !rootOf(detail).querySelector('.editor'));
      expect(textOf(detail)).to.contain('Basic');
    });

    it('are walked with the arrow keys and opened with Enter', async () => {
      const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
      tab(detail, 'Overview').focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(rootOf(detail).activeElement).to.equal(tab(detail, 'Manifest'));
      expect(detail.tab).to.equal('overview');
      await sendKeys({ press: 'Home' });
      expect(rootOf(detail).activeElement).to.equal(tab(detail, 'Overview'));
      await sendKeys({ press: 'ArrowLeft' });
      await sendKeys({ press: 'Enter' });
      expect(detail.tab).to.equal('manifest');
      await detail.updateComplete;
      expect(tab(detail, 'Manifest').getAttribute('aria-selected')).to.equal('true');
      expect(tab(detail, 'Overview').tabIndex).to.equal(-1);
      const panel = rootOf(detail).getElementById(tab(detail, 'Manifest').getAttribute('aria-controls')!)!;
      expect(panel.hidden).to.equal(false);
      expect(rootOf(detail).getElementById('panel-overview')!.hidden).to.equal(true);
    });

    it('follow the object while it changes', async () => {
      const cluster = sampleCluster();
      const source = cluster.dataSource();
      const detail = await detailOf(cluster, 'demo/minio-lab', { tab: 'manifest' });
      await until(() => editorText(detail).includes('minio-lab-cred'), 'the manifest', 10_000);
      const key = { namespace: 'demo', name: 'minio-lab' };
      await source.patch!(BACKUP_STORAGES, key, { metadata: { labels: { seen: 'now' } } }, { type: 'merge' });
      await until(() => editorText(detail).includes('seen: now'), 'the new label', 10_000);
    });

    it('say why the manifest cannot be shown, and try again', async () => {
      const cluster = sampleCluster();
      const undo = cluster.faults.fail(403, {
        when: ({ verb, type }) => verb === 'get' && type?.resource === 'backupstorages',
        times: Infinity,
      });
      const detail = await detailOf(cluster, 'demo/minio-lab', { tab: 'manifest' });
      await until(() => textOf(detail).includes('You may not read the whole object'));
      undo();
      button(rootOf(detail), 'Retry')!.click();
      await until(() => editorText(detail).includes('minio-lab-cred'), 'the manifest', 10_000);
    });
  });

  it('is accessible with everything open, in a narrow place and in a wide one', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'backup-system/aws-primary'));
    control(rootOf(detail), 'Schedules in words')!.click();
    type(control(rootOf(detail), 'Filter Repositories'), 'zzz');
    await until(() => textOf(detail).includes('None of the Repositories'));
    await expect(detail).to.be.accessible();
    // The place, not the window: no engine's window is that narrow, and the elements ask how much room they have.
    detail.parentElement!.style.width = '380px';
    await expect(detail).to.be.accessible();
    expect(detail.scrollWidth).to.be.at.most(detail.clientWidth);
  });

  it('ticks with its clock: the next run is another one when it has passed', async () => {
    let now = SAMPLE_TIME;
    const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab', { now: () => now }));
    now += 6 * 60_000;
    detail.requestUpdate();
    await detail.updateComplete;
    expect(partOf(detail, 'next-backup').querySelector('time')!.dateTime).to.equal('2026-08-20T12:10:00.000Z');
  });

  it('renders of thousands of Repositories only those that are near', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      apiVersion: 'storage.kubestash.com/v1alpha1',
      kind: 'Repository',
      metadata: { namespace: 'demo', name: `repo-${String(index).padStart(4, '0')}` },
      spec: { storageRef: { name: 'minio-lab' } },
      status: { phase: 'Ready' },
    }));
    const cluster = sampleCluster({ objects: [...sampleObjects(), ...many], operator: false });
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
    await until(() => partOf(detail, 'repositories').textContent!.includes('2,003'), 'all of them');
    const names = () => namesIn(detail, 'Repositories');
    expect(names().length).to.be.lessThan(80);
    const region = partOf(detail, 'repositories').querySelector('.table-region')!;
    expect(region.querySelector('table')!.getAttribute('aria-rowcount')).to.equal('2004');
    region.scrollTop = region.scrollHeight;
    await until(() => names().at(-1) === 'sample-vs-repo', 'the last one');
    expect(names().length).to.be.lessThan(80);
  });
});
