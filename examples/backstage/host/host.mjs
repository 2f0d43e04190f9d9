// What Backstage's backend answers, and what its user does: see tools/examples.mjs.
export default {
  api: '/api/kubernetes/proxy',
  answers: { '/api/kubernetes/clusters': { items: [{ name: 'production', authProvider: 'serviceAccount' }] } },
  folders: { '/': 'host/dist' },
  list: '/backupstorages',
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.reload();
  },
};
