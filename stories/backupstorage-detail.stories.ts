import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { MemoryCluster } from '../src/data-source/memory/index.js';
import type { DataSource } from '../src/data-source/types.js';
import type { BackupStorageDetail } from '../src/elements/backupstorage-detail/backupstorage-detail.js';
import { BACKUP_STORAGES } from '../src/model/resources.js';
import type { BackupStorage } from '../src/model/types.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';
import { actor } from './support/play.js';

type Args = Pick<BackupStorageDetail, 'dataSource' | 'namespace' | 'name' | 'tab' | 'listHref' | 'now'>;

const meta: Meta<Args> = {
  title: 'Detail',
  component: 'backupstorage-detail',
  tags: ['autodocs'],
  args: {
    dataSource: sampleCluster().dataSource(),
    namespace: 'backup-system',
    name: 'aws-primary',
    tab: 'overview',
    now: sampleNow,
  },
  argTypes: {
    dataSource: { control: false },
    now: { control: false },
    tab: { control: 'inline-radio', options: ['overview', 'manifest'] },
  },
  render: ({ dataSource, namespace, name, tab, listHref, now }) =>
    html`<backupstorage-detail
      .dataSource=${dataSource}
      .now=${now}
      .listHref=${listHref}
      namespace=${namespace}
      name=${name}
      tab=${tab}
    ></backupstorage-detail>`,
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const rootIn = (canvas: HTMLElement) => canvas.querySelector('backupstorage-detail')!.shadowRoot!;
const wait = { timeout: 10_000 };

const says =
  (words: string): Play =>
  async ({ canvasElement }) => {
    await waitFor(() => expect(rootIn(canvasElement).textContent).toContain(words), wait);
  };

/** A cluster to which something was done. */
const clusterThat = (change: (cluster: MemoryCluster) => void): MemoryCluster => {
  const cluster = sampleCluster();
  change(cluster);
  return cluster;
};

const press = async (canvas: HTMLElement, words: string): Promise<void> => {
  const found = () =>
    [...rootIn(canvas).querySelectorAll<HTMLElement>('button, label')].find((one) => one.textContent?.trim() === words);
  await waitFor(() => expect(found()).toBeTruthy(), wait);
  found()!.click();
};

export const Ready: Story = { play: says('orders-pg-staging-repo') };

export const NotReady: Story = {
  args: { namespace: 'staging', name: 'minio-tls' },
  play: says('certificate signed by unknown authority'),
};

export const SyncError: Story = {
  args: { namespace: 'prod', name: 'azure-finance' },
  play: says('could not be synced'),
};

export const Terminating: Story = {
  args: { namespace: 'edge', name: 'local-hostpath' },
  play: says('Terminating'),
};

export const NoStatus: Story = {
  args: { namespace: 'demo', name: 'local-pvc' },
  play: says('No conditions have been reported yet.'),
};

export const UnknownProvider: Story = {
  args: { namespace: 'demo', name: 'legacy-b2' },
  play: says('No settings are stored for the provider b2.'),
};

export const WithoutSecret: Story = {
  args: { namespace: 'prod', name: 'irsa-archive' },
  play: says('the jobs sign in with an identity of their own'),
};

export const KeysOfTheSecret: Story = {
  args: { namespace: 'demo', name: 'minio-lab' },
  play: async (context) => {
    await press(context.canvasElement, 'Check keys');
    await says('It has the keys AWS_ACCESS_KEY_ID')(context);
  },
};

export const SchedulesInWords: Story = {
  args: { namespace: 'demo', name: 'minio-lab' },
  play: async (context) => {
    await press(context.canvasElement, 'Schedules in words');
    await says('Every 5 minutes (UTC)')(context);
  },
};

export const Manifest: Story = {
  args: { tab: 'manifest' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(rootIn(canvasElement).querySelector('.cm-content')).toBeTruthy(), wait);
  },
};

export const LimitedRights: Story = {
  args: { dataSource: sampleCluster({ rules: [{ verbs: ['*'], resources: ['backupstorages'] }] }).dataSource() },
  play: says('You may not list BackupConfigurations'),
};

export const Loading: Story = {
  args: { dataSource: clusterThat((cluster) => void cluster.faults.hold()).dataSource() },
  play: says('Loading…'),
};

export const NotFound: Story = {
  args: { namespace: 'demo', name: 'nobody', listHref: '#/storages' },
  play: says('There is no BackupStorage nobody'),
};

const deletion = sampleCluster();
export const Deleted: Story = {
  args: { dataSource: deletion.dataSource(), namespace: 'demo', name: 'minio-lab', listHref: '#/storages' },
  play: async (context) => {
    await says('sample-sts-repo')(context);
    deletion.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' });
    await says('minio-lab has been deleted')(context);
  },
};

const replacement = sampleCluster();
export const Replaced: Story = {
  args: { dataSource: replacement.dataSource(), namespace: 'demo', name: 'minio-lab' },
  play: async (context) => {
    await says('sample-sts-repo')(context);
    const { metadata, ...rest } = replacement.get<BackupStorage>(BACKUP_STORAGES, {
      namespace: 'demo',
      name: 'minio-lab',
    })!;
    replacement.apply({ ...rest, metadata: { ...metadata, uid: 'another' } });
    await says('This is another storage of the name minio-lab')(context);
  },
};

export const Forbidden: Story = {
  args: { dataSource: sampleCluster({ rules: [] }).dataSource(), listHref: '#/storages' },
  play: says('You may not read this BackupStorage'),
};

export const NotInstalled: Story = {
  args: { dataSource: clusterThat((cluster) => void cluster.faults.uninstall(BACKUP_STORAGES)).dataSource() },
  play: says('KubeStash is not installed in this cluster'),
};

export const Unreachable: Story = {
  args: { dataSource: clusterThat(({ faults }) => (faults.offline = true)).dataSource() },
  play: says('The cluster cannot be reached'),
};

export const SignedOut: Story = {
  args: { dataSource: clusterThat(({ faults }) => (faults.authExpired = true)).dataSource() },
  play: says('Signed out'),
};

const lost = sampleCluster();
export const Stale: Story = {
  // The clock of the page, because that is the one by which the connection was lost.
  args: { dataSource: lost.dataSource(), now: () => Date.now() },
  play: async (context) => {
    await says('orders-pg-staging-repo')(context);
    lost.faults.offline = true;
    lost.faults.cutWatches();
    await says('Reconnecting. What you see is from')(context);
  },
};

export const NoDataSource: Story = { args: { dataSource: undefined }, play: says('No data source') };

const minioLab = { namespace: 'demo', name: 'minio-lab' };

/** The same form as for a new storage, with its identity and, while it is in use, its backend as they are. */
export const Editing: Story = {
  args: { ...minioLab, dataSource: sampleCluster().dataSource() },
  play: async (context) => {
    await press(context.canvasElement, 'Edit');
    await says('BackupStorage is currently in use and cannot be modified')(context);
    await says('Runtime Settings')(context);
  },
};

/** What a deletion means, before it happens. */
export const Deleting: Story = {
  args: { ...minioLab, dataSource: sampleCluster().dataSource() },
  play: async (context) => {
    await press(context.canvasElement, 'Delete');
    await says('all backed up data is erased from the backend')(context);
  },
};

export const RotatingCredentials: Story = {
  args: { ...minioLab, dataSource: sampleCluster().dataSource() },
  play: async (context) => {
    await press(context.canvasElement, 'Rotate credentials');
    await says('AWS Secret Access Key')(context);
  },
};

/** What the user may not do is shown, with the reason. */
export const MayNotChange: Story = {
  args: {
    ...minioLab,
    dataSource: sampleCluster({ rules: [{ resources: ['*'], verbs: ['get', 'list', 'watch'] }] }).dataSource(),
  },
  play: says('You may not'),
};

/** A data source that cannot watch is asked again every half minute. */
export const Polling: Story = {
  args: { ...minioLab, dataSource: withoutWatch() },
  play: says('Updated every half minute.'),
};

function withoutWatch(): DataSource {
  const source = sampleCluster().dataSource();
  return {
    list: (type, options) => source.list(type, options),
    get: (type, key, options) => source.get(type, key, options),
  };
}

const detail = actor('detail');

/** Nothing stores there yet: everything but its identity can be edited. */
export const EditingEverything: Story = {
  args: { namespace: 'analytics', name: 'azure-wi', dataSource: sampleCluster().dataSource() },
  play: async (context) => {
    await press(context.canvasElement, 'Edit');
    await detail.see(context, 'Runtime Settings');
    await detail.open(context, 'Labels & Annotations');
    await detail.open(context, 'Runtime Settings');
    await detail.open(context, 'Pod settings');
    await detail.fill(context, 'Container', '');
    await waitFor(() => expect(rootIn(context.canvasElement).querySelector('[part~=field-issue]')).toBeTruthy());
  },
};

const contested = sampleCluster();
/** Somebody else has saved the same field meanwhile: both versions, to choose from. */
export const EditConflict: Story = {
  args: { ...minioLab, dataSource: contested.dataSource() },
  play: async (context) => {
    await press(context.canvasElement, 'Edit');
    await detail.open(context, 'Usage Policy');
    await detail.fill(context, 'Allowed Namespaces', 'All');
    const stored = contested.get<BackupStorage>(BACKUP_STORAGES, minioLab)!;
    const selector = { matchLabels: { team: 'orders' } };
    contested.apply<BackupStorage>({
      ...stored,
      spec: { ...stored.spec!, usagePolicy: { allowedNamespaces: { from: 'Selector', selector } } },
    });
    await detail.press(context, 'Save');
    await detail.see(context, 'Choose which version is saved.');
  },
};

/** A host that has pages of its own for Repositories and BackupConfigurations: their names lead there. */
export const LinkedRows: Story = {
  render: ({ dataSource, now }) =>
    html`<backupstorage-detail
      .dataSource=${dataSource}
      .now=${now}
      namespace="demo"
      name="minio-lab"
      list-href="#/storages"
      repository-href="#/repositories/{namespace}/{name}"
      backupconfiguration-href="#/configurations/{namespace}/{name}"
    ></backupstorage-detail>`,
  play: async (context) => {
    const link = await detail.find<HTMLAnchorElement>(context, '[part~=name-link]', 'sample-sts-repo');
    await expect(link.hash).toBe('#/repositories/demo/sample-sts-repo');
  },
};
