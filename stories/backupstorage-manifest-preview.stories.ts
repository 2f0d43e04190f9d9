import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import type { BackupStorageManifestPreview } from '../src/elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { BACKUP_STORAGES, SECRETS } from '../src/model/resources.js';
import type { BackupStorage } from '../src/model/types.js';
import { sampleCluster } from './sample-cluster.js';
import { LAB_OBJECTS as objects } from './support/lab-objects.js';

type Args = Pick<BackupStorageManifestPreview, 'dataSource' | 'objects' | 'format' | 'readonly' | 'detailHref'>;

const meta: Meta<Args> = {
  title: 'Manifest preview',
  component: 'backupstorage-manifest-preview',
  tags: ['autodocs'],
  args: { dataSource: sampleCluster().dataSource(), objects, format: 'yaml', readonly: false },
  argTypes: { dataSource: { control: false } },
  render: ({ dataSource, objects: shown, format, readonly, detailHref }) =>
    html`<backupstorage-manifest-preview
      .dataSource=${dataSource}
      .objects=${shown}
      format=${format}
      ?readonly=${readonly}
      detail-href=${ifDefined(detailHref)}
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

function press({ canvasElement }: { canvasElement: HTMLElement }): void {
  const root = canvasElement.querySelector('backupstorage-manifest-preview')!.shadowRoot!;
  root.querySelector<HTMLButtonElement>('[part=submit]')!.click();
}

export const Yaml: Story = { play: says('AWS_SECRET_ACCESS_KEY: ••••••••') };
export const Json: Story = { args: { format: 'json' }, play: says('"kind": "BackupStorage"') };
export const ReadOnly: Story = { args: { readonly: true }, play: says('kind: BackupStorage') };

export const Faulty: Story = {
  args: { objects: [{ ...objects[1]!, spec: { storage: { provider: 's3' } } } as BackupStorage] },
  play: says('spec.storage.s3 is required'),
};

/** The server’s verdict before Submit: a dry run of both objects, with what it would add. */
export const Accepted: Story = {
  args: { dataSource: sampleCluster().dataSource() },
  play: says('The server accepts this'),
};

export const Refused: Story = {
  args: {
    dataSource: sampleCluster().dataSource(),
    objects: [
      objects[0]!,
      { ...objects[1]!, spec: { ...(objects[1] as BackupStorage).spec, deletionPolicy: 'Retain' } } as BackupStorage,
    ],
  },
  play: says('The server refuses this'),
};

export const NoRights: Story = {
  args: { dataSource: sampleCluster().dataSource({ rules: [{ resources: ['backupstorages'], verbs: ['*'] }] }) },
  play: says('You may not create Secrets in demo.'),
};

/** KubeStash’s webhook does not answer: nothing is lost, and Retry asks again. */
export const WebhookDown: Story = {
  args: { dataSource: withoutWebhook().dataSource() },
  play: says('KubeStash’s webhook does not answer'),
};

/** A Secret of that name is there: use it, take another name, or replace it. */
export const SecretExists: Story = {
  args: { dataSource: withSecret().dataSource() },
  play: says('There is one of this name already'),
};

/** After the submit: what exists now, followed until it is ready. */
export const Created: Story = {
  args: { dataSource: sampleCluster().dataSource(), detailHref: '#/backupstorages/{namespace}/{name}' },
  play: async (context) => {
    await says('The server accepts this')(context);
    press(context);
    await says('It can be used for backups now.')(context);
  },
};

const lost = sampleCluster();
/** The Secret was created, the storage was not, and the Secret could not be removed again: it is named. */
export const LeftBehind: Story = {
  args: { dataSource: lost.dataSource() },
  play: async (context) => {
    await says('The server accepts this')(context);
    lost.faults.fail(403, {
      when: ({ verb, type, dryRun }) => verb === 'create' && type === BACKUP_STORAGES && !dryRun,
    });
    lost.faults.fail(403, { when: ({ verb, type }) => verb === 'delete' && type === SECRETS, times: Infinity });
    press(context);
    await says('was left behind')(context);
  },
};

const slow = sampleCluster();
/** While it is being created, each step says how it is. */
export const Submitting: Story = {
  args: { dataSource: slow.dataSource() },
  play: async (context) => {
    await says('The server accepts this')(context);
    slow.faults.hold({ when: ({ verb, dryRun }) => verb === 'create' && !dryRun });
    press(context);
    await waitFor(() =>
      expect(context.canvasElement.querySelector('backupstorage-manifest-preview:state(submitting)')).toBeTruthy(),
    );
  },
};

/** It was created, and the operator cannot reach its backend: why is said at once. */
export const CreatedNotReady: Story = {
  args: {
    dataSource: sampleCluster({
      operator: { delayMs: 400, probe: () => 'dial tcp 10.0.0.7:9000: connect: connection refused' },
    }).dataSource(),
  },
  play: async (context) => {
    await says('The server accepts this')(context);
    press(context);
    await says('connection refused')(context);
  },
};

/** Without a data source it is a text to look at and to copy. */
export const NoDataSource: Story = { args: { dataSource: undefined }, play: says('kind: BackupStorage') };

/** An object that exists, as a detail page would show it: managedFields are folded away. */
export const Existing: Story = {
  args: {
    readonly: true,
    objects: [
      {
        ...objects[1]!,
        metadata: { ...objects[1]!.metadata, managedFields: [{ manager: 'kubectl' }] },
        status: { phase: 'Ready' },
      } as BackupStorage,
    ],
  },
  play: says('Show managed fields'),
};

function withoutWebhook() {
  const cluster = sampleCluster();
  cluster.faults.webhookDown = true;
  return cluster;
}

function withSecret() {
  const cluster = sampleCluster();
  cluster.apply(structuredClone(objects[0]!));
  return cluster;
}
