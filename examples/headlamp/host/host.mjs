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
  expects: [
    // Its translations are where only its own build has them; the keys are the English words.
    /\/locales\/en\//,
    // Its icons, which it asks the makers of the set for: a machine without a way to them shows none.
    /api\.(iconify\.design|simplesvg\.com|unisvg\.com)/,
    // Its own watch of CRDs, over a WebSocket that is not served here, and of an API version that is gone.
    /WebSocket/,
    /apiextensions\.k8s\.io\/v1beta1/,
  ],
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('headlampThemePreference', 'dark'));
    await page.reload();
  },
};
