import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { BackupStorageCreateForm } from '../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import type { FaultInjector, MemoryCluster } from '../src/data-source/memory/index.js';
import { setIn } from '../src/manifest/json.js';
import { BACKUP_STORAGES, SECRETS } from '../src/model/resources.js';
import type { BackupStorage } from '../src/model/types.js';
import { backupStorageSchema } from '../src/schema/bundled/backup-storage.js';
import { VELERO_CRD } from '../test/fixtures/velero.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';
import { fillS3 } from './support/fill-s3.js';
import { actor } from './support/play.js';

type Args = Pick<BackupStorageCreateForm, 'dataSource' | 'namespace' | 'crd' | 'schema'> & {
  provider: string;
  /** A storage to begin with; it is made from the provider otherwise. */
  value?: BackupStorage;
};

const meta: Meta<Args> = {
  title: 'Create form',
  component: 'backupstorage-create-form',
  tags: ['autodocs'],
  args: {
    dataSource: sampleCluster().dataSource(),
    namespace: 'demo',
    provider: '',
    crd: undefined,
    schema: undefined,
  },
  argTypes: {
    dataSource: { control: false },
    crd: { control: false },
    schema: { control: false },
    value: { control: false },
    provider: { control: 'select', options: ['', 'azure', 's3', 'gcs', 'local'] },
  },
  render: ({ dataSource, namespace, provider, value, crd, schema }) => {
    const begun: BackupStorage | undefined = provider
      ? { metadata: { namespace }, spec: { deletionPolicy: 'Delete', storage: { provider } } }
      : undefined;
    return html`<backupstorage-create-form
      .dataSource=${dataSource}
      .now=${sampleNow}
      .value=${value ?? begun}
      .crd=${crd}
      .schema=${schema}
      namespace=${namespace || nothing}
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

type Context = Parameters<NonNullable<Story['play']>>[0];

const rootOf = ({ canvasElement }: Context) => canvasElement.querySelector('backupstorage-create-form')!.shadowRoot!;

/** Opens groups by their titles, each inside the one before. */
async function open(context: Context, ...titles: string[]): Promise<void> {
  let within: ParentNode = rootOf(context);
  for (const title of titles) {
    const summary = await waitFor(() => {
      const found = [...within.querySelectorAll('summary')].find((one) => one.textContent?.trim().startsWith(title));
      void expect(found, title).toBeTruthy();
      return found!;
    });
    const details = summary.closest('details')!;
    if (!details.open) summary.click();
    within = details;
  }
}

function enter(context: Context, id: string, text: string): void {
  const field = rootOf(context).getElementById(id) as HTMLInputElement | HTMLSelectElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('blur'));
}

/** Everything that the console lacks, closed until it is wanted. */
export const RuntimeSettings: Story = {
  play: async (context) => {
    await says('Runtime Settings')(context);
    await open(context, 'Runtime Settings', 'Pod settings', 'Security context');
    await says('Filesystem group')(context);
  },
};

/** Hundreds of fields are found by name. */
export const FilteredFields: Story = {
  play: async (context) => {
    await says('Runtime Settings')(context);
    await open(context, 'Runtime Settings');
    await waitFor(() => expect(rootOf(context).getElementById('runtime-settings~search')).toBeTruthy());
    enter(context, 'runtime-settings~search', 'seccomp');
    await says('fields found')(context);
  },
};

export const UsagePolicy: Story = {
  play: async (context) => {
    await says('Usage Policy')(context);
    await open(context, 'Usage Policy');
    await says('Only demo may use it.')(context);
    enter(context, 'spec.usagePolicy.allowedNamespaces.from', 'Selector');
    await says('selector cannot be empty')(context);
  },
};

/** Any of the schema's volume sources. */
export const LocalNfs: Story = {
  args: {
    value: {
      metadata: { namespace: 'demo', name: 'shared' },
      spec: {
        deletionPolicy: 'Delete',
        storage: { provider: 'local', local: { mountPath: '/safe/data', nfs: { server: 'nfs.local', path: '/' } } },
      },
    },
  },
  play: says('NFS'),
};

/** A copy of a storage that is there: told before the server is asked. */
export const Copy: Story = {
  args: { value: sampleCluster().objects<BackupStorage>(BACKUP_STORAGES)[0]! },
  play: async (context) => {
    await says('Deletion Policy')(context);
    rootOf(context).querySelector<HTMLButtonElement>('[part~=preview]')!.click();
    await says('already exists')(context);
  },
};

export const WorkloadIdentity: Story = {
  args: { provider: 'azure' },
  play: async (context) => {
    await says('Container')(context);
    rootOf(context).querySelector<HTMLInputElement>('input[name=credentials][value=none]')!.click();
    await says('Service Account')(context);
  },
};

/** A provider of a newer CRD: its fields come from the schema, the keys of its Secret are free. */
export const UnknownProvider: Story = {
  args: {
    schema: setIn(backupStorageSchema(), ['properties', 'spec', 'properties', 'storage', 'properties', 'swift'], {
      type: 'object',
      required: ['container'],
      properties: { container: { type: 'string' }, region: { type: 'string' }, secretName: { type: 'string' } },
    }),
    provider: 'swift',
  },
  play: says('Keys of the Secret'),
};

/** Any other CRD gives a form as well, without an overlay. */
export const AnotherKind: Story = {
  args: { crd: VELERO_CRD },
  play: says('New BackupStorageLocation'),
};

/** The schema is on its way. */
export const Loading: Story = {
  render: () => {
    const cluster = sampleCluster();
    cluster.faults.hold();
    return html`<backupstorage-create-form
      .dataSource=${cluster.dataSource()}
      .now=${sampleNow}
    ></backupstorage-create-form>`;
  },
  play: says('Loading'),
};

/** Nothing can be asked: the form is made of the schema that the library brings. */
export const Unreachable: Story = {
  render: () => {
    const cluster = sampleCluster();
    cluster.faults.offline = true;
    return html`<backupstorage-create-form
      .dataSource=${cluster.dataSource()}
      .now=${sampleNow}
    ></backupstorage-create-form>`;
  },
  play: says('Choose a provider'),
};

export const ExistingSecret: Story = {
  args: { provider: 's3' },
  play: async (context) => {
    await says('Region')(context);
    rootOf(context).querySelector<HTMLInputElement>('input[name=credentials][value=existing]')!.click();
    await says('Secret name')(context);
  },
};

export const NoDataSource: Story = { args: { dataSource: undefined }, play: says('Choose a provider') };

const form = actor('create-form');

/** The form as it is, on a cluster of its own: `then` is what happens after the server has accepted the manifest. */
const submitted = (cluster: MemoryCluster, prepare: (faults: FaultInjector) => void, words: string): Story => ({
  args: { dataSource: cluster.dataSource() },
  play: async (stage) => {
    await fillS3(stage);
    await form.press(stage, 'Preview');
    await form.see(stage, 'The server accepts this');
    prepare(cluster.faults);
    await form.press(stage, 'Submit');
    await form.see(stage, words);
  },
});

/** The second step: what would be created, and what the server makes of it. */
export const Previewed: Story = {
  args: { dataSource: sampleCluster().dataSource() },
  play: async (stage) => {
    await fillS3(stage);
    await form.press(stage, 'Preview');
    await form.see(stage, 'The server accepts this');
  },
};

/** The Secret was created, the storage was not, and the Secret could not be removed again. */
export const LeftBehind: Story = submitted(
  sampleCluster(),
  (faults) => {
    faults.fail(403, { when: ({ verb, type, dryRun }) => verb === 'create' && type === BACKUP_STORAGES && !dryRun });
    faults.fail(403, { when: ({ verb, type }) => verb === 'delete' && type === SECRETS, times: Infinity });
  },
  'was left behind',
);

/** While it is being created, each step says how it is. */
export const Submitting: Story = submitted(
  sampleCluster(),
  (faults) => void faults.hold({ when: ({ verb, dryRun }) => verb === 'create' && !dryRun }),
  'Create the Secret',
);

/** It was created, and the operator cannot reach its backend: why is said at once. */
export const CreatedNotReady: Story = submitted(
  sampleCluster({ operator: { delayMs: 400, probe: () => 'dial tcp 10.0.0.7:9000: connect: connection refused' } }),
  () => {},
  'connection refused',
);
