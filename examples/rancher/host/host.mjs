// What Rancher's server answers, and what its user does: see tools/examples.mjs.
export default {
  api: '/k8s/clusters/local',
  csrf: { name: 'x-api-csrf', value: 'of-this-session' },
  cookies: { CSRF: 'of-this-session' },
  folders: {
    '/': 'host',
    '/static/': 'host/dist',
    '/static/~@shell/assets/': 'node_modules/@rancher/shell/assets',
    '/v1/uiplugins/backupstorages-0.1.0/': 'dist-pkg/backupstorages-0.1.0',
  },
  list: '/c/local/explorer/storage.kubestash.com.backupstorage',
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.reload();
  },
};
