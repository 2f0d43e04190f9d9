import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { SERVER_RULES, type MemoryCluster } from '../src/data-source/memory/index.js';
import { BACKUP_STORAGES, SECRETS } from '../src/model/resources.js';
import type { BackupStorage } from '../src/model/types.js';
import { sampleCluster, sampleNow } from './sample-cluster.js';
import { fillS3 } from './support/fill-s3.js';
import { actor } from './support/play.js';

/** What people come for, from the first click to the last, on the in-memory cluster. Each runs in every test of the catalogue. */
const meta: Meta = { title: 'Journeys', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const list = actor('list');
const detail = actor('detail');
const form = actor('create-form');
const demo = (name: string) => ({ namespace: 'demo', name });

/** Each time a story is rendered it has a cluster of its own; its play function asks that one what is stored. */
let cluster: MemoryCluster;
function freshSource() {
  cluster = sampleCluster();
  return cluster.dataSource();
}

const theList = () => html`<backupstorage-list .dataSource=${freshSource()} .now=${sampleNow}></backupstorage-list>`;
const theForm = () =>
  html`<backupstorage-create-form .dataSource=${freshSource()} .now=${sampleNow}></backupstorage-create-form>`;
const minioLab = () =>
  html`<backupstorage-detail
    .dataSource=${freshSource()}
    .now=${sampleNow}
    namespace="demo"
    name="minio-lab"
  ></backupstorage-detail>`;

const names = (stage: Parameters<typeof list.root>[0]) =>
  [...list.root(stage).querySelectorAll('[part~=cell-name]')].map((cell) => cell.textContent!.trim());

export const FilterAndSort: Story = {
  render: theList,
  play: async (stage) => {
    await list.see(stage, 'minio-tls');
    await list.press(stage, 'Size');
    await list.press(stage, 'Size');
    const header = list.root(stage).querySelector('[aria-sort=descending]');
    await expect(header?.textContent).toContain('Size');
    const field = list.root(stage).querySelector<HTMLInputElement>('input[type=search], [part~=filter] input')!;
    field.value = 'minio';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await waitFor(() => expect(names(stage)).toHaveLength(2));
    await waitFor(() => expect(names(stage).every((name) => name.includes('minio'))).toBe(true));
  },
};

export const ReasonOfAStatus: Story = {
  render: theList,
  play: async (stage) => {
    await list.see(stage, 'minio-tls');
    const row = [...list.root(stage).querySelectorAll('[part~=row]')].find((one) =>
      one.textContent!.includes('minio-tls'),
    )!;
    row.querySelector<HTMLElement>('[data-why]')!.focus();
    const tip = await waitFor(() => {
      const open = list.root(stage).querySelector('.status-tip:popover-open');
      void expect(open).not.toBeNull();
      return open!;
    });
    await waitFor(() => expect(tip.textContent).toContain('certificate signed by unknown authority'));
  },
};

export const CreateS3: Story = {
  render: theForm,
  play: async (stage) => {
    await fillS3(stage);
    await form.press(stage, 'Preview');
    await form.see(stage, 'The server accepts this');
    await form.press(stage, 'Submit');
    await form.see(stage, 'It can be used for backups now.');
    await expect(cluster.get<BackupStorage>(BACKUP_STORAGES, demo('my-storage'))?.status?.phase).toBe('Ready');
    await expect(cluster.objects(SECRETS).some(({ metadata }) => metadata?.name?.startsWith('my-storage'))).toBe(true);
  },
};

/**
 * The server has said yes, and before the submit somebody else takes the same place: the webhook refuses, its words are
 * said, and nothing is left behind.
 */
export const RefusedByTheWebhook: Story = {
  render: theForm,
  play: async (stage) => {
    await fillS3(stage);
    await form.press(stage, 'Preview');
    await form.see(stage, 'The server accepts this');
    const { spec } = cluster.get<BackupStorage>(BACKUP_STORAGES, demo('minio-lab'))!;
    const s3 = { bucket: 'lab-two', endpoint: 'https://minio.storage.svc:9000', region: 'us-east-1' };
    cluster.apply<BackupStorage>({
      apiVersion: 'storage.kubestash.com/v1alpha1',
      kind: 'BackupStorage',
      metadata: demo('rival'),
      spec: { ...spec!, storage: { provider: 's3', s3 } },
    });
    await form.press(stage, 'Submit');
    await form.see(stage, SERVER_RULES.sameDirectory);
    await expect(cluster.get(BACKUP_STORAGES, demo('my-storage'))).toBeUndefined();
  },
};

/** Somebody else changes the storage while it is edited: nothing is overwritten without being asked. */
export const EditWithAConflict: Story = {
  render: minioLab,
  play: async (stage) => {
    await detail.press(stage, 'Edit');
    await detail.open(stage, 'Usage Policy');
    await detail.fill(stage, 'Allowed Namespaces', 'All');
    const stored = cluster.get<BackupStorage>(BACKUP_STORAGES, demo('minio-lab'))!;
    const selector = { matchLabels: { team: 'orders' } };
    cluster.apply<BackupStorage>({
      ...stored,
      spec: { ...stored.spec!, usagePolicy: { allowedNamespaces: { from: 'Selector', selector } } },
    });
    await detail.press(stage, 'Save');
    await detail.see(stage, 'Somebody has changed the same field meanwhile.');
    const theirs = detail.root(stage).querySelector<HTMLInputElement>('.conflict input[value=theirs]')!;
    await expect(theirs.labels![0]!.textContent).toContain('Selector');
    theirs.click();
    await detail.press(stage, 'Save');
    await detail.see(stage, 'minio-lab was saved');
    const { spec } = cluster.get<BackupStorage>(BACKUP_STORAGES, demo('minio-lab'))!;
    await expect(spec!.usagePolicy!.allowedNamespaces!.from).toBe('Selector');
  },
};

/** What a deletion means is said, the name has to be typed, and the storage is gone. */
export const DeleteWithTypedName: Story = {
  render: minioLab,
  play: async (stage) => {
    await detail.press(stage, 'Delete');
    await detail.see(stage, 'all backed up data is erased from the backend');
    const confirm = await detail.find(stage, 'button', 'Delete storage and erase its data');
    await expect(confirm.getAttribute('aria-disabled')).toBe('true');
    await detail.fill(stage, 'Type minio-lab to confirm', 'minio-lab');
    await detail.press(stage, 'Delete storage and erase its data');
    await detail.see(stage, 'minio-lab has been deleted');
    await expect(cluster.get(BACKUP_STORAGES, demo('minio-lab'))).toBeUndefined();
  },
};
