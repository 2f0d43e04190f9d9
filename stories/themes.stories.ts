import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { LAB_OBJECTS } from './support/lab-objects.js';
import { actor } from './support/play.js';
import './support/every-element.css';
import { sampleCluster, sampleNow } from './sample-cluster.js';

/**
 * The theme files of `backupstorage-elements/themes`, each on a page that has the variables of its host with their real
 * values. The toolbar’s `Host` puts any other story into them, and `Scheme` switches to dark.
 */
const meta: Meta = {
  title: 'Themes',
  tags: ['autodocs'],
  // Each in a page of its own: a host's variables stand on the root.
  parameters: { docs: { story: { inline: false, height: '40rem' } } },
  render: () => {
    const source = sampleCluster().dataSource();
    return html`<div class="every-element">
      <backupstorage-list .dataSource=${source} .now=${sampleNow}></backupstorage-list>
      <backupstorage-detail
        .dataSource=${source}
        .now=${sampleNow}
        namespace="staging"
        name="minio-tls"
      ></backupstorage-detail>
      <backupstorage-create-form .dataSource=${source} .now=${sampleNow} namespace="demo"></backupstorage-create-form>
      <backupstorage-manifest-preview .dataSource=${source} .objects=${LAB_OBJECTS}></backupstorage-manifest-preview>
    </div>`;
  },
  play: async (stage) => {
    await actor('list').see(stage, 'minio-tls');
    await actor('detail').see(stage, 'certificate signed by unknown authority');
    await actor('create-form').see(stage, 'Choose a provider');
    await actor('manifest-preview').see(stage, 'kind: BackupStorage');
  },
};
export default meta;

type Story = StoryObj;

export const PatternFly: Story = { globals: { host: 'patternfly' } };
export const Mui: Story = { globals: { host: 'mui' } };
export const Rancher: Story = { globals: { host: 'rancher' } };
export const Carbon: Story = { globals: { host: 'carbon' } };
export const AppsCode: Story = { globals: { host: 'appscode' } };
export const Backstage: Story = { globals: { host: 'backstage' } };

/** No theme, no font, no colours: a page on which nobody has set anything. */
export const Bare: Story = { globals: { host: 'bare' } };
