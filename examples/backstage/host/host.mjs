// What Backstage's backend answers, and what its user does: see tools/examples.mjs.
export default {
  api: '/api/kubernetes/proxy',
  answers: {
    '/api/kubernetes/clusters': { items: [{ name: 'production', authProvider: 'serviceAccount' }] },
    '/api/auth/guest/refresh': {
      profile: {},
      backstageIdentity: {
        token: 'e30.e30.e30',
        identity: { type: 'user', userEntityRef: 'user:default/guest', ownershipEntityRefs: [] },
      },
    },
  },
  folders: { '/': 'host/dist' },
  list: '/backupstorages',
  enter: (page) => page.locator('button ::-p-text(Enter)').setTimeout(60_000).click(),
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.reload();
  },
};
