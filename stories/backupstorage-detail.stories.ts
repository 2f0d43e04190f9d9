import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { BackupStorageDetail } from '../src/elements/backupstorage-detail/backupstorage-detail.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';

type Args = Pick<BackupStorageDetail, 'dataSource' | 'namespace' | 'name'>;

const meta: Meta<Args> = {
  title: 'Detail',
  component: 'backupstorage-detail',
  tags: ['autodocs'],
  args: { dataSource: sampleCluster().dataSource(), namespace: 'backup-system', name: 'aws-primary' },
  argTypes: { dataSource: { control: false } },
  render: ({ dataSource, namespace, name }) =>
    html`<backupstorage-detail
      .dataSource=${dataSource}
      .now=${sampleNow}
      namespace=${namespace}
      name=${name}
    ></backupstorage-detail>`,
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-detail')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain(words));
  };

export const Ready: Story = { play: says('orders-pg-staging-repo') };

export const NotReady: Story = {
  args: { namespace: 'staging', name: 'minio-tls' },
  play: says('certificate signed by unknown authority'),
};

export const SyncError: Story = {
  args: { namespace: 'prod', name: 'azure-finance' },
  play: says('Sync error'),
};

export const Terminating: Story = {
  args: { namespace: 'edge', name: 'local-hostpath' },
  play: says('Terminating'),
};

export const NoStatus: Story = { args: { namespace: 'demo', name: 'local-pvc' }, play: says('Unknown') };

export const NotFound: Story = {
  args: { namespace: 'demo', name: 'nobody' },
  play: says('There is no BackupStorage nobody'),
};

export const LimitedRights: Story = {
  args: { dataSource: sampleCluster({ rules: [{ verbs: ['*'], resources: ['backupstorages'] }] }).dataSource() },
  play: says('You may not list BackupConfigurations'),
};
