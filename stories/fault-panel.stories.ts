import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define.js';
import { expect, waitFor } from 'storybook/test';
import { MemoryCluster } from '../src/data-source/memory/index.js';
import { sampleObjects } from '../src/samples/index.js';
import { actor } from './support/play.js';
import { FaultPanel } from './support/fault-panel.js';
import './support/fault-panel.css';

/**
 * A cluster in the page that misbehaves on demand: `MemoryCluster` of `backupstorage-elements/data-source/memory`. Switch
 * a fault on, and see what a list and a detail page make of it; switch it off, and see how they come back.
 */
const meta: Meta = { title: 'Fault panel', tags: ['autodocs'] };
export default meta;

const list = actor('list');
const detail = actor('detail');

export const ListAndDetail: StoryObj = {
  // Two live elements and the times of their requests are never twice the same.
  tags: ['unpictured'],
  render: () => {
    const cluster = new MemoryCluster({ objects: sampleObjects() });
    const source = cluster.dataSource();
    const refresh = () => {
      document.querySelector('backupstorage-list')!.refresh();
      document.querySelector('backupstorage-detail')!.refresh();
    };
    return html`<div class="fault-stage">
      ${new FaultPanel(cluster, refresh).element}
      <div>
        <backupstorage-list .dataSource=${source}></backupstorage-list>
        <backupstorage-detail .dataSource=${source} namespace="demo" name="minio-lab"></backupstorage-detail>
      </div>
    </div>`;
  },
  play: async (stage) => {
    await list.see(stage, 'minio-tls');
    await detail.see(stage, 'sample-sts-repo');
    const panel = stage.canvasElement.querySelector('.fault-panel')!;
    const button = (words: string) =>
      [...panel.querySelectorAll<HTMLElement>('button, label')].find((one) => one.textContent?.trim() === words)!;
    button('Session has expired (401)').click();
    button('Close watches').click();
    await list.see(stage, 'Your session ended');
    button('End every fault').click();
    button('Ask again').click();
    await waitFor(() => expect(list.root(stage).textContent).not.toContain('Your session ended'), { timeout: 15_000 });
  },
};
