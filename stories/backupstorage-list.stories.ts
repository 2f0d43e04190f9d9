import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { MemoryCluster } from '../src/data-source/memory/index.js';
import type { DataSource } from '../src/data-source/types.js';
import type { BackupStorageList } from '../src/elements/backupstorage-list/backupstorage-list.js';
import { BACKUP_STORAGES } from '../src/model/resources.js';
import type { BackupStorage } from '../src/model/types.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';

type Args = Pick<
  BackupStorageList,
  'dataSource' | 'namespace' | 'filter' | 'sort' | 'providers' | 'statuses' | 'columns'
>;

const meta: Meta<Args> = {
  title: 'List',
  component: 'backupstorage-list',
  tags: ['autodocs'],
  args: { namespace: '', filter: '', sort: 'name', providers: '', statuses: '', columns: '' },
  argTypes: { dataSource: { control: false } },
  render: ({ dataSource, namespace, filter, sort, providers, statuses, columns }) =>
    html`<backupstorage-list
      .dataSource=${dataSource}
      .now=${sampleNow}
      namespace=${namespace}
      filter=${filter}
      sort=${sort}
      providers=${providers}
      statuses=${statuses}
      columns=${columns}
    ></backupstorage-list>`,
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain(words));
  };

export const Samples: Story = {
  args: { dataSource: sampleCluster().dataSource() },
  play: says('minio-tls'),
};

export const Facets: Story = {
  args: { dataSource: sampleCluster().dataSource(), providers: 's3,azure', statuses: 'NotReady' },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    await waitFor(() => expect(root.querySelectorAll('[aria-pressed="true"]')).toHaveLength(3));
  },
};

export const ChosenColumns: Story = {
  args: { dataSource: sampleCluster().dataSource(), columns: 'name,status,age', sort: '-size' },
  play: says('minio-tls'),
};

export const ColumnsMenu: Story = {
  args: { dataSource: sampleCluster().dataSource() },
  play: async (context) => {
    await says('minio-tls')(context);
    const root = context.canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    root.querySelector<HTMLElement>('[part~=columns-button]')!.click();
    await waitFor(() => expect(root.querySelector('[part~=columns-menu]:popover-open')).not.toBeNull());
  },
};

/** The reason of a status: at the pointer, at the focus, at a tap. */
export const StatusReason: Story = {
  args: { dataSource: sampleCluster().dataSource() },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    await waitFor(() => expect(root.querySelector('[data-why]')).not.toBeNull());
    root.querySelector<HTMLElement>('[data-why]')!.focus();
    await waitFor(() => expect(root.querySelector('.status-tip:popover-open')).not.toBeNull());
  },
};

export const ManyNamespaces: Story = {
  render: () =>
    html`<backupstorage-list
      .dataSource=${sampleCluster().dataSource()}
      .now=${sampleNow}
      .namespaces=${Array.from({ length: 300 }, (_, index) => `team-${index}`)}
    ></backupstorage-list>`,
  play: says('Type to find one of 306'),
};

/** Nobody may say which namespaces there are, and the user may not list all of them. */
export const UnreadableNamespaces: Story = {
  render: () => {
    const source = sampleCluster({ rules: [{ verbs: ['*'], resources: ['*'], namespaces: ['demo'] }] }).dataSource();
    const own: DataSource = {
      list: (type, options) => source.list(type, options),
      get: (type, key, options) => source.get(type, key, options),
    };
    return html`<backupstorage-list .dataSource=${own} .now=${sampleNow}></backupstorage-list>`;
  },
  play: says('You may not list namespaces: type the name of one.'),
};

export const NoMatchOfFacets: Story = {
  args: { dataSource: sampleCluster().dataSource(), providers: 'swift' },
  play: says('Nothing here has the chosen provider and status.'),
};

export const NoMatch: Story = {
  args: { dataSource: sampleCluster().dataSource(), filter: 'nothing like this' },
  play: says('No storage matches the filter'),
};

export const Empty: Story = {
  args: { dataSource: new MemoryCluster().dataSource() },
  play: says('No storages yet'),
};

export const Loading: Story = {
  render: (args) => {
    const cluster = sampleCluster();
    cluster.faults.hold();
    return html`<backupstorage-list .dataSource=${cluster.dataSource()} sort=${args.sort}></backupstorage-list>`;
  },
  play: says('Loading'),
};

export const Forbidden: Story = {
  args: { dataSource: sampleCluster({ rules: [] }).dataSource() },
  play: says('You may not list BackupStorages in all namespaces'),
};

export const PartlyForbidden: Story = {
  args: {
    dataSource: sampleCluster({
      rules: [
        { verbs: ['*'], resources: ['*'], namespaces: ['demo', 'edge'] },
        { verbs: ['list'], resources: ['namespaces'] },
      ],
    }).dataSource(),
  },
  play: says('Not shown, because you may not list them'),
};

export const NotInstalled: Story = {
  render: () => {
    const cluster = sampleCluster();
    cluster.faults.uninstall(BACKUP_STORAGES);
    return html`<backupstorage-list .dataSource=${cluster.dataSource()}></backupstorage-list>`;
  },
  play: says('KubeStash is not installed'),
};

export const Unreachable: Story = {
  render: () => {
    const cluster = sampleCluster();
    cluster.faults.offline = true;
    return html`<backupstorage-list .dataSource=${cluster.dataSource()}></backupstorage-list>`;
  },
  play: says('The cluster cannot be reached'),
};

export const SignedOut: Story = {
  render: () => {
    const cluster = sampleCluster();
    cluster.faults.authExpired = true;
    return html`<backupstorage-list .dataSource=${cluster.dataSource()}></backupstorage-list>`;
  },
  play: says('Signed out'),
};

/** The cluster went away while the list was shown: the rows stay, with the time they are from. */
export const Stale: Story = {
  render: () => {
    const cluster = sampleCluster();
    setTimeout(() => {
      cluster.faults.offline = true;
      cluster.faults.cutWatches();
    }, 1_000);
    return html`<backupstorage-list .dataSource=${cluster.dataSource()}></backupstorage-list>`;
  },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain('Reconnecting. What you see is from'), { timeout: 15_000 });
  },
};

/** A data source that cannot watch is asked again every half minute. */
export const Polling: Story = {
  render: () => {
    const source = sampleCluster().dataSource();
    const own: DataSource = {
      list: (type, options) => source.list(type, options),
      get: (type, key, options) => source.get(type, key, options),
    };
    return html`<backupstorage-list .dataSource=${own} .now=${sampleNow}></backupstorage-list>`;
  },
  play: says('Updated every half minute.'),
};

/** The session ended while the list was shown. */
export const SignedOutWithRows: Story = {
  render: () => {
    const cluster = sampleCluster();
    setTimeout(() => {
      cluster.faults.authExpired = true;
      cluster.faults.closeWatches();
    }, 1_000);
    return html`<backupstorage-list .dataSource=${cluster.dataSource()}></backupstorage-list>`;
  },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain('Your session ended. What you see is from'), {
      timeout: 15_000,
    });
  },
};

/** While the focus is in a row, rows keep their places, and what waits is counted. */
export const HeldRows: Story = {
  render: () => {
    held = sampleCluster();
    return html`<backupstorage-list .dataSource=${held.dataSource()} .now=${sampleNow}></backupstorage-list>`;
  },
  play: async (context) => {
    await says('minio-tls')(context);
    const root = context.canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    root.querySelector<HTMLElement>('[part~=name-link]')!.focus();
    held.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' });
    await says('1 change waits')(context);
  },
};
let held: MemoryCluster;

/** Thousands of storages: only the rows near the visible part are rendered. */
export const Thousands: Story = {
  args: {
    dataSource: new MemoryCluster({
      objects: Array.from({ length: 5_000 }, (_, index) => manyStorages(index)),
      operator: false,
    }).dataSource(),
  },
  play: says('5,000 storages'),
};

function manyStorages(index: number): BackupStorage {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: {
      name: `storage-${String(index).padStart(4, '0')}`,
      namespace: `team-${index % 40}`,
      uid: `many-${index}`,
      creationTimestamp: '2026-08-01T08:00:00Z',
    },
    spec: { storage: { provider: 's3', s3: { bucket: 'many', prefix: String(index), secretName: 'cred' } } },
    status: { phase: 'Ready', totalSize: `${index} MiB` },
  } as BackupStorage;
}

export const NoDataSource: Story = { play: says('No data source') };
