// What Headlamp's backend answers, and what its user does: see tools/examples.mjs.
import { readFileSync } from 'node:fs';

const ofPlugin = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export default {
  api: '/clusters/demo',
  folders: { '/': 'host/dist', '/plugins/backupstorages/': 'dist' },
  answers: {
    '/plugins': [{ path: 'plugins/backupstorages', type: 'user', name: 'backupstorages' }],
    '/plugins/backupstorages/package.json': ofPlugin,
  },
  list: '/c/demo/kubestash/backupstorages',
  // Its translations are not found by another bundler than its own; the keys are the English words.
  expects: [/\/locales\/en\//],
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('headlampThemePreference', 'dark'));
    await page.reload();
  },
};
