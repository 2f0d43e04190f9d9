import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import manifest from '../custom-elements.json';
import '../src/define.js';

setCustomElementsManifest(manifest);
// A machine that is busy with something else is not a story that fails.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['List', 'Detail', 'Create form', 'Manifest preview', 'Data source'] } },
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: 'light' },
  decorators: [
    (story, { globals }) => {
      const root = document.documentElement;
      root.style.colorScheme = String(globals['scheme']);
      root.style.background = 'Canvas';
      root.style.color = 'CanvasText';
      root.style.fontFamily = 'system-ui, sans-serif';
      return story();
    },
  ],
};

export default preview;
