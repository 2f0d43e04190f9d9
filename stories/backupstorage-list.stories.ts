import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { MemoryCluster } from '../src/data-source/memory/index.js';
import type { BackupStorageList } from '../src/elements/backupstorage-list/backupstorage-list.js';
import { BACKUP_STORAGES } from '../src/model/resources.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';

type Args = Pick<BackupStorageList, 'dataSource' | 'namespace' | 'filter' | 'sort'>;

const meta: Meta<Args> = {
  title: 'List',
  component: 'backupstorage-list',
  tags: ['autodocs'],
  args: { namespace: '', filter: '', sort: 'name' },
  argTypes: { dataSource: { control: false } },
  render: ({ dataSource, namespace, filter, sort }) =>
    html`<backupstorage-list
      .dataSource=${dataSource}
      .now=${sampleNow}
      namespace=${namespace}
      filter=${filter}
      sort=${sort}
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
