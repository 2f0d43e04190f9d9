import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/backupstorage-create-form.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageCreateForm } from '../../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import { setIn } from '../../src/manifest/json.js';
import { BACKUP_STORAGES, RESOURCE_TYPES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../src/model/types.js';
import { backupStorageSchema } from '../../src/schema/bundled/backup-storage.js';
import { SAMPLE_TIME, sampleObjects } from '../../src/samples/index.js';
import { BACKUP_STORAGE_LOCATIONS, VELERO_CRD } from '../fixtures/velero.js';
import { button, control, mount, rootOf, sampleCluster, seenText, type, until } from './support.js';

async function formOf(cluster: MemoryCluster = sampleCluster(), properties: Partial<BackupStorageCreateForm> = {}) {
  const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', {
    dataSource: cluster.dataSource(),
    ...properties,
  });
  await until(() => control(rootOf(form), 'Name'), 'the form');
  await until(() => control<HTMLSelectElement>(rootOf(form), 'Namespace')?.options, 'namespaces');
  return form;
}

/** Types into fields, and leaves each. */
async function fill(form: BackupStorageCreateForm, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) {
    const field = await until(() => control(rootOf(form), label) as HTMLInputElement | undefined, label);
    type(field, value);
    field.blur();
    await form.updateComplete;
  }
}

/** Opens a group by its title, also one inside another one. */
async function open(form: BackupStorageCreateForm, ...titles: string[]) {
  let within: ParentNode = rootOf(form);
  for (const title of titles) {
    const found: HTMLDetailsElement = await until(
      () =>
        [...within.querySelectorAll('details')].find((one) =>
          seenText(one.querySelector('summary')!).startsWith(title),
        ),
      title,
    );
    if (!found.open) found.querySelector('summary')!.click();
    await until(() => found.open && found.querySelector(':scope > :not(summary)'), `${title}, open`);
    within = found;
  }
  return within as HTMLDetailsElement;
}

/** What is said at the field with this label. */
function saidAt(form: BackupStorageCreateForm, label: string): string {
  const field = control(rootOf(form), label)!;
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .filter((id) => id.endsWith('-issue'))
    .map((id) => seenText(rootOf(form).getElementById(id)!))
    .join(' ');
}

const S3 = {
  Namespace: 'demo',
  Name: 'my-storage',
  Provider: 's3',
  'AWS Access Key ID': 'dummy-access-key-id',
  'AWS Secret Access Key': 'dummy-secret-access-key',
  Bucket: 'lab-two',
  'End Point': 'https://minio.storage.svc:9000',
  Region: 'us-east-1',
};
const LOCAL = { Namespace: 'demo', Name: 'my-storage', Provider: 'local', 'Mount Path': '/safe/data' };

const press = (form: BackupStorageCreateForm, name: string) => button(rootOf(form), name)!.click();
const preview = async (form: BackupStorageCreateForm) => {
  press(form, 'Preview');
  await until(() => button(rootOf(form), 'Submit'), 'the preview');
};
const summaryOf = (form: BackupStorageCreateForm) => seenText(rootOf(form).getElementById('error-summary')!);

describe('<backupstorage-create-form>: every field', () => {
  describe('runtime settings', () => {
    it('are found by name, and what is set is counted where they are closed', async () => {
      const form = await formOf();
      const group = await open(form, 'Runtime Settings');
      type(control(group, 'Filter fields'), 'fsgroup');
      await until(() => control(group, 'Filesystem group'), 'the found field');
      expect(seenText(group)).to.contain('Security context');
      await fill(form, { 'Filesystem group': '65534' });
      expect(form.value.spec!.runtimeSettings).to.deep.equal({ pod: { securityContext: { fsGroup: 65534 } } });
      group.querySelector('summary')!.click();
      await until(() => seenText(group.querySelector('summary')!).includes('1 set'), 'the count');
      await expect(form).to.be.accessible();
    });

    it('say a fault at their field, and lead to it from the summary also when they are closed', async () => {
      const form = await formOf();
      await fill(form, { ...LOCAL, 'claim Name': 'data' });
      const group = await open(form, 'Runtime Settings', 'Pod settings');
      await fill(form, { Priority: 'high' });
      expect(saidAt(form, 'Priority')).to.contain('must be of type integer');
      group.closest<HTMLDetailsElement>('details.group-box')!.querySelector('summary')!.click();
      await until(() => !control(rootOf(form), 'Priority'), 'closed');
      press(form, 'Preview');
      await until(() => summaryOf(form).includes('Priority'), 'the summary');
      rootOf(form).querySelector<HTMLButtonElement>('#error-summary button')!.click();
      await until(() => rootOf(form).activeElement === control(rootOf(form), 'Priority'), 'the field has the focus');
    });

    it('lead from the summary to a fault that only the form knows, in a group that is closed', async () => {
      const form = await formOf();
      await fill(form, { ...LOCAL, 'claim Name': 'data' });
      const group = await open(form, 'Runtime Settings', 'Pod settings');
      const selector = [...group.querySelectorAll('fieldset')].find((one) =>
        seenText(one).startsWith('Node selector'),
      )!;
      button(selector, '+ Add new')!.click();
      await until(() => rootOf(form).activeElement?.tagName === 'INPUT', 'a row');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'ssd' });
      const keyId = control(selector, 'Key')!.id;
      group.querySelector('summary')!.click();
      await until(() => !group.open && !control(group, 'Key'), 'closed');
      press(form, 'Preview');
      await until(() => summaryOf(form).includes('Node selector row 1: '), 'the summary');
      expect(seenText(group.closest('.schema-node')!), 'the closed group carries it').to.contain('needs a key');
      group.closest<HTMLDetailsElement>('details.group-box')!.querySelector('summary')!.click();
      await until(() => !group.isConnected, 'closed as a whole');
      rootOf(form).querySelector<HTMLButtonElement>('#error-summary button')!.click();
      await until(() => rootOf(form).activeElement?.id === keyId, 'the key has the focus');
    });

    it('say of a text that cannot be read nothing but that, and lead to it', async () => {
      const form = await formOf();
      await fill(form, { ...LOCAL, 'claim Name': 'data' });
      const group = await open(form, 'Runtime Settings', 'Pod settings');
      const context = await open(form, 'Runtime Settings', 'Pod settings', 'Security context');
      context.querySelector<HTMLButtonElement>('[id$="securityContext~yaml"]')!.click();
      const area = await until(() => context.querySelector('textarea'), 'the text');
      type(area, 'runAsUser: root');
      await until(() => form.value.spec!.runtimeSettings, 'what can be read is taken');
      type(area, 'runAsUser: root\nx: [');
      group.querySelector('summary')!.click();
      await until(() => !group.open, 'closed');
      press(form, 'Preview');
      await until(() => summaryOf(form) !== '', 'the summary');
      expect(summaryOf(form)).to.contain('Security context: Line 2').and.to.not.contain('must be of type integer');
      rootOf(form).querySelector<HTMLButtonElement>('#error-summary button')!.click();
      await until(() => rootOf(form).activeElement?.tagName === 'TEXTAREA', 'the text has the focus');
    });

    it('are named in the summary by the field and its row, also while their group is closed', async () => {
      const form = await formOf();
      form.value = {
        metadata: { namespace: 'demo', name: 'my-storage' },
        spec: {
          storage: { provider: 'local', local: { mountPath: '/a', hostPath: { path: '/b' } } },
          runtimeSettings: { pod: { tolerations: [{ key: 'a' }, { tolerationSeconds: 'soon' }] } },
        },
      } as unknown as BackupStorage;
      await until(() => control(rootOf(form), 'Name')?.value === 'my-storage', 'the object');
      press(form, 'Preview');
      await until(() => summaryOf(form) !== '', 'the summary');
      expect(summaryOf(form)).to.match(/Tolerations row 2 › [^:]*seconds: .*must be of type integer/i);
    });

    it('that the manifest says come back into the form', async () => {
      const form = await formOf();
      form.value = {
        metadata: { namespace: 'demo', name: 'my-storage' },
        spec: {
          storage: { provider: 'local', local: { mountPath: '/a', hostPath: { path: '/b' } } },
          runtimeSettings: {
            pod: { tolerations: [{ key: 'disk', operator: 'Exists' }], nodeSelector: { 'disk/kind': 'ssd' } },
            container: { resources: { limits: { cpu: '1', memory: 2 } } },
          },
        },
      } as BackupStorage;
      await until(() => control(rootOf(form), 'Volume Source')?.value === 'hostPath', 'the chosen source');
      await open(form, 'Runtime Settings', 'Container settings', 'Resources');
      const values = () =>
        [...rootOf(form).querySelectorAll<HTMLInputElement>('.form input')].map(({ value }) => value);
      await until(() => values().includes('"1"') && values().includes('2'), 'text and number, told apart');
      expect(form.value.spec!.runtimeSettings).to.deep.equal({
        pod: { tolerations: [{ key: 'disk', operator: 'Exists' }], nodeSelector: { 'disk/kind': 'ssd' } },
        container: { resources: { limits: { cpu: '1', memory: 2 } } },
      });
    });
  });

  describe('the volume of a local storage', () => {
    it('is one of all sources of the schema; each keeps what was entered, one is sent', async () => {
      const form = await formOf();
      await fill(form, { ...LOCAL, 'claim Name': 'data' });
      expect(control<HTMLSelectElement>(rootOf(form), 'Volume Source')!.options).to.have.length(28);
      await fill(form, { 'Volume Source': 'nfs', Server: 'nfs.local', Path: '/exports' });
      const { local } = form.value.spec!.storage!;
      expect(local).to.deep.equal({ mountPath: '/safe/data', nfs: { server: 'nfs.local', path: '/exports' } });
      await fill(form, { 'Volume Source': 'persistentVolumeClaim' });
      expect(control(rootOf(form), 'claim Name')!.value).to.equal('data');
      expect(form.value.spec!.storage!.local).to.deep.equal({
        mountPath: '/safe/data',
        persistentVolumeClaim: { claimName: 'data' },
      });
    });

    it('is required, and what it requires is told at its fields', async () => {
      const form = await formOf();
      await fill(form, { ...LOCAL, 'Volume Source': 'nfs' });
      press(form, 'Preview');
      await until(() => summaryOf(form) !== '', 'the summary');
      expect(summaryOf(form)).to.contain('Server is required').and.to.contain('Path is required');
    });

    it('may be there twice in a manifest: both are shown, and one can be removed', async () => {
      const form = await formOf();
      form.value = {
        metadata: { namespace: 'demo', name: 'twice' },
        spec: {
          storage: {
            provider: 'local',
            local: { mountPath: '/a', nfs: { server: 's', path: '/p' }, hostPath: { path: '/b' } },
          },
        },
      } as BackupStorage;
      await until(() => control(rootOf(form), 'Volume Source'), 'the form');
      press(form, 'Preview');
      await until(() => summaryOf(form).includes('Exactly one volume is possible'), 'what is wrong');
      press(form, 'Delete Host path');
      await until(() => !button(rootOf(form), 'Delete Host path'), 'removed');
      expect(form.value.spec!.storage!.local).to.deep.equal({ mountPath: '/a', nfs: { server: 's', path: '/p' } });
    });
  });

  describe('the usage policy', () => {
    it('answers live which namespaces may use the storage', async () => {
      const form = await formOf();
      await fill(form, { Namespace: 'demo' });
      const group = await open(form, 'Usage Policy');
      await until(() => seenText(group).includes('Only demo may use it.'), 'Same');
      await fill(form, { 'Allowed Namespaces': 'All' });
      await until(() => seenText(group).includes('Every namespace may use it.'), 'All');
      await fill(form, { 'Allowed Namespaces': 'Selector' });
      await until(
        () => seenText(group).includes('selector cannot be empty for usage policy of type "Selector"'),
        'none',
      );
      await open(form, 'Usage Policy', 'Selector');
      const labels = [...group.querySelectorAll('fieldset')].find((one) => seenText(one).startsWith('Labels'))!;
      button(labels, '+ Add new')!.click();
      await until(() => rootOf(form).activeElement?.tagName === 'INPUT', 'a row');
      await sendKeys({ type: 'kubernetes.io/metadata.name' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'staging' });
      await until(() => /1 of \d+ namespaces may use it: staging/.test(seenText(group)), 'the answer');
      await sendKeys({ press: 'Tab' });
      await until(() => seenText(group).includes('does not match demo'), 'the own namespace has no exception');
      expect(form.value.spec!.usagePolicy).to.deep.equal({
        allowedNamespaces: {
          from: 'Selector',
          selector: { matchLabels: { 'kubernetes.io/metadata.name': 'staging' } },
        },
      });
      await fill(form, { 'Allowed Namespaces': 'Same' });
      expect(form.value.spec!.usagePolicy).to.deep.equal({ allowedNamespaces: { from: 'Same' } });
      await expect(form).to.be.accessible();
    });
  });

  describe('before the server says no', () => {
    it('a second default of the namespace is told in the server’s words', async () => {
      const form = await formOf();
      await fill(form, { ...S3, Namespace: 'backup-system' });
      await open(form, 'Default Storage');
      control(rootOf(form), 'Default')!.click();
      await until(
        () => saidAt(form, 'Default').includes('multiple default BackupStorages are not allowed'),
        'the rule',
      );
      expect(saidAt(form, 'Default')).to.contain('backup-system/aws-primary');
    });

    it('the same directory as another storage is told when its parts were left, and nothing while they are typed', async () => {
      const cluster = sampleCluster();
      const other = cluster
        .objects<BackupStorage>(BACKUP_STORAGES)
        .find(({ metadata }) => metadata!.name === 'minio-tls')!;
      const { bucket, region, endpoint, prefix } = other.spec!.storage!.s3 as Record<string, string>;
      const form = await formOf(cluster);
      await fill(form, { ...S3, Bucket: bucket!, Region: region!, 'End Point': endpoint! });
      const field = control(rootOf(form), 'Prefix')!;
      type(field, prefix!);
      await form.updateComplete;
      field.blur();
      await until(
        () => saidAt(form, 'Prefix').includes('no two BackupStorage should point to the same directory'),
        'it',
      );
      expect(saidAt(form, 'Prefix')).to.contain('staging/minio-tls');
      await fill(form, { Prefix: `${prefix}/inner` });
      await until(() => saidAt(form, 'Prefix').includes('lies inside that of staging/minio-tls'), 'a near miss');
      // A warning does not keep anybody from going on.
      await preview(form);
    });

    it('a name that is taken is told at the name', async () => {
      const form = await formOf();
      await fill(form, { Namespace: 'demo', Name: 'minio-lab' });
      await until(() => saidAt(form, 'Name').includes('"minio-lab" already exists'), 'it');
    });

    it('stray characters and slashes are warned about, and never removed', async () => {
      const form = await formOf();
      await fill(form, { ...S3, Bucket: ' lab ', Prefix: 'a/' });
      expect(saidAt(form, 'Bucket')).to.contain('There is a blank');
      expect(saidAt(form, 'Prefix')).to.contain('it is stored as “a”');
      expect(form.value.spec!.storage!.s3).to.include({ bucket: ' lab ', prefix: 'a/' });
    });
  });

  describe('a provider that only the schema knows', () => {
    const schema = setIn(
      backupStorageSchema(),
      ['properties', 'spec', 'properties', 'storage', 'properties', 'swift'],
      {
        type: 'object',
        required: ['container'],
        properties: {
          container: { type: 'string' },
          secret: { type: 'string' },
          options: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
    );

    it('gets its fields from the schema and free keys for its Secret', async () => {
      const cluster = sampleCluster();
      const form = await formOf(cluster, { schema });
      await fill(form, { Namespace: 'demo', Name: 'swifty', Provider: 'swift', container: 'c' });
      button(rootOf(form), '+ Add new')!.click();
      await until(() => rootOf(form).activeElement?.tagName === 'INPUT', 'a row');
      await sendKeys({ type: 'OS_PASSWORD' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'dummy-password-1' });
      await form.updateComplete;
      expect(form.value.spec!.storage).to.deep.equal({
        provider: 'swift',
        swift: { container: 'c', secret: 'swifty-storage-cred' },
      });
      expect(rootOf(form).innerHTML).to.not.contain('dummy-password-1');
    });
  });

  describe('a CustomResourceDefinition of another kind', () => {
    const objects: KubernetesObject[] = sampleObjects().filter(({ kind }) => kind === 'Namespace');

    it('gives a form with no overlay, a manifest, and the object', async () => {
      const types = [...RESOURCE_TYPES, BACKUP_STORAGE_LOCATIONS];
      const cluster = new MemoryCluster({ objects, types, now: () => SAMPLE_TIME });
      const form = await formOf(cluster, { crd: VELERO_CRD });
      expect(seenText(rootOf(form))).to.contain('New BackupStorageLocation');
      await fill(form, { Namespace: 'demo', Name: 'default' });
      press(form, 'Preview');
      await until(() => summaryOf(form) !== '', 'the summary');
      expect(summaryOf(form)).to.contain('provider').and.to.contain('objectStorage');
      await fill(form, { provider: 'aws', accessMode: 'ReadOnly' });
      await open(form, 'Spec', 'objectStorage');
      await fill(form, { bucket: 'backups' });
      await expect(form).to.be.accessible();
      await preview(form);
      press(form, 'Submit');
      await until(() => seenText(rootOf(form)).includes('default was created'), 'the success');
      expect(cluster.get(BACKUP_STORAGE_LOCATIONS, { namespace: 'demo', name: 'default' })).to.deep.include({
        apiVersion: 'velero.io/v1',
        spec: { provider: 'aws', accessMode: 'ReadOnly', objectStorage: { bucket: 'backups' } },
      });
    });
  });

  describe('a copy', () => {
    it('says that the name is taken, and reads no credentials', async () => {
      const cluster = sampleCluster();
      const read: string[] = [];
      cluster.observe((request) => {
        if (request.type?.kind === SECRETS.kind) read.push(request.verb);
      });
      const original = cluster.objects<BackupStorage>(BACKUP_STORAGES)[0]!;
      const form = await formOf(cluster, { value: original });
      await until(() => control(rootOf(form), 'Name')?.value === original.metadata!.name, 'the copy');
      expect(form.value.metadata).to.not.have.any.keys('uid', 'resourceVersion', 'creationTimestamp', 'finalizers');
      expect(form.value).to.not.have.property('status');
      control(rootOf(form), 'Name')!.focus();
      control(rootOf(form), 'Name')!.blur();
      await until(() => saidAt(form, 'Name').includes('already exists'), 'the name is taken');
      expect(read, 'no Secret was read').to.not.include('get');
      expect(cluster.objects<Secret>(SECRETS).length).to.be.greaterThan(0);
    });
  });
});
