import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { BackupStorageCreateForm } from '../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import type { BackupStorage } from '../src/model/types.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';

type Args = Pick<BackupStorageCreateForm, 'dataSource' | 'namespace'> & { provider: string };

const meta: Meta<Args> = {
  title: 'Create form',
  component: 'backupstorage-create-form',
  tags: ['autodocs'],
  args: { dataSource: sampleCluster().dataSource(), namespace: 'demo', provider: '' },
  argTypes: {
    dataSource: { control: false },
    provider: { control: 'select', options: ['', 'azure', 's3', 'gcs', 'local'] },
  },
  render: ({ dataSource, namespace, provider }) => {
    const value: BackupStorage | undefined = provider
      ? { metadata: { namespace }, spec: { deletionPolicy: 'Delete', storage: { provider } } }
      : undefined;
    return html`<backupstorage-create-form
      .dataSource=${dataSource}
      .now=${sampleNow}
      .value=${value}
      namespace=${namespace}
    ></backupstorage-create-form>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-create-form')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain(words));
  };

export const Untouched: Story = { play: says('Choose a provider') };
export const S3: Story = { args: { provider: 's3' }, play: says('Region') };
export const Azure: Story = { args: { provider: 'azure' }, play: says('Container') };
export const Gcs: Story = { args: { provider: 'gcs' }, play: says('Bucket') };
export const Local: Story = { args: { provider: 'local' }, play: says('Mount Path') };

export const Errors: Story = {
  args: { provider: 's3' },
  play: async (context) => {
    await says('Region')(context);
    const root = context.canvasElement.querySelector('backupstorage-create-form')!.shadowRoot!;
    root.querySelector<HTMLButtonElement>('[part~=preview]')!.click();
    await says('fields need your attention')(context);
  },
};
