import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import manifest from '../custom-elements.json';
import '../src/define.js';
import { takeLook, type Look, type Scheme } from '../stories/support/look.js';

setCustomElementsManifest(manifest);
// A machine that is busy with something else is not a story that fails.
configure({ asyncUtilTimeout: 30_000 });

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'List',
          'Detail',
          'Create form',
          'Manifest preview',
          'Data source',
          'Journeys',
          'Themes',
          'Languages',
          'Fault panel',
          'Guides',
          ['Adapters', 'Theming', 'Bring your own markup', 'Accessibility'],
        ],
      },
    },
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    host: {
      description: 'The console that a story is embedded in, with our theme file for it',
      toolbar: {
        title: 'Host',
        icon: 'paintbrush',
        items: [
          { value: 'none', title: 'No theme' },
          { value: 'patternfly', title: 'PatternFly' },
          { value: 'mui', title: 'Material UI' },
          { value: 'rancher', title: 'Rancher' },
          { value: 'carbon', title: 'Carbon' },
          { value: 'appscode', title: 'AppsCode' },
          { value: 'backstage', title: 'Backstage' },
          { value: 'bare', title: 'Bare page' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light', host: 'none' },
  decorators: [
    (story, { globals }) => {
      takeLook(globals['host'] as Look, globals['scheme'] as Scheme);
      return story();
    },
  ],
};

export default preview;
