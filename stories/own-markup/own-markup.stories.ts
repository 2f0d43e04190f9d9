import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { sampleCluster } from '../sample-cluster.js';

const meta: Meta = {
  title: 'Guides/Bring your own markup/Examples',
  tags: ['!autodocs'],
  parameters: { docs: { story: { inline: false, height: '24rem' } } },
};
export default meta;

const source = () => sampleCluster().dataSource();

export const PlainDom: StoryObj = {
  render: () => {
    const list = document.createElement('ul');
    list.setAttribute('aria-label', 'Storages');
    void import('./plain-list.js').then(({ plainList }) => plainList(list, source()));
    return list;
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.textContent).toContain('staging/minio-tls: NotReady'));
  },
};

/** React is loaded for this story only. */
export const React: StoryObj = {
  render: () => {
    const place = document.createElement('div');
    void Promise.all([import('react'), import('react-dom/client'), import('./react-list.js')]).then(
      ([{ createElement }, { createRoot }, { ReactList }]) =>
        createRoot(place).render(createElement(ReactList, { dataSource: source() })),
    );
    return place;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByLabelText('Filter'), 'minio');
    await waitFor(() => expect(canvasElement.textContent).toContain('2 of 14 storages'));
    await waitFor(() => expect(canvasElement.textContent).toContain('demo/minio-lab: Ready'));
  },
};
