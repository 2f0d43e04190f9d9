import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { BackupStorageManifestPreview } from '../src/elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import type { BackupStorage, KubernetesObject, Secret } from '../src/model/types.js';
import { sampleCluster } from './sample-cluster.js';

type Args = Pick<BackupStorageManifestPreview, 'dataSource' | 'objects' | 'format' | 'readonly'>;

const objects: KubernetesObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'lab-storage-cred', namespace: 'demo' },
    type: 'Opaque',
    stringData: { AWS_ACCESS_KEY_ID: 'dummy-access-key-id', AWS_SECRET_ACCESS_KEY: 'dummy-secret-access-key' },
  } as Secret,
  {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name: 'lab', namespace: 'demo' },
    spec: {
      storage: {
        provider: 's3',
        s3: {
          endpoint: 'https://minio.storage.svc:9000',
          bucket: 'lab-two',
          region: 'us-east-1',
          secretName: 'lab-storage-cred',
        },
      },
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
      deletionPolicy: 'Delete',
    },
  } as BackupStorage,
];

const meta: Meta<Args> = {
  title: 'Manifest preview',
  component: 'backupstorage-manifest-preview',
  tags: ['autodocs'],
  args: { dataSource: sampleCluster().dataSource(), objects, format: 'yaml', readonly: false },
  argTypes: { dataSource: { control: false } },
  render: ({ dataSource, objects: shown, format, readonly }) =>
    html`<backupstorage-manifest-preview
      .dataSource=${dataSource}
      .objects=${shown}
      format=${format}
      ?readonly=${readonly}
    ></backupstorage-manifest-preview>`,
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-manifest-preview')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain(words));
  };

export const Yaml: Story = { play: says('AWS_SECRET_ACCESS_KEY: ••••••••') };
export const Json: Story = { args: { format: 'json' }, play: says('"kind": "BackupStorage"') };
export const ReadOnly: Story = { args: { readonly: true }, play: says('kind: BackupStorage') };

export const Faulty: Story = {
  args: { objects: [{ ...objects[1]!, spec: { storage: { provider: 's3' } } } as BackupStorage] },
  play: says('spec.storage.s3 is required'),
};
