// What Headlamp's backend answers, and what its user does: see tools/examples.mjs.
export default {
  api: '/clusters/demo',
  folders: { '/': 'host/dist', '/plugins/backupstorages/package.json/': '.', '/plugins/backupstorages/': 'dist' },
  answers: { '/plugins': [{ path: 'plugins/backupstorages', type: 'user', name: 'backupstorages' }] },
  list: '/c/demo/kubestash/backupstorages',
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('headlampThemePreference', 'dark'));
    await page.reload();
  },
};
