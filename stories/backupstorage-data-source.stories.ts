import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';

const meta: Meta = {
  title: 'Data source',
  component: 'backupstorage-data-source',
  tags: ['autodocs'],
};
export default meta;

/** No script: a cluster in the page, and a list inside it. */
export const PlainHtml: StoryObj = {
  render: () =>
    html`<backupstorage-data-source kind="memory" samples>
      <backupstorage-list></backupstorage-list>
    </backupstorage-data-source>`,
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('backupstorage-list')!.shadowRoot!;
    await waitFor(() => expect(root.textContent).toContain('minio-tls'));
  },
};
