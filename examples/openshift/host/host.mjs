// What the console's backend answers, and what its user does: see tools/examples.mjs.
const PROJECTS = ['analytics', 'backup-system', 'demo', 'edge', 'prod', 'staging'];

export default {
  api: '/api/kubernetes',
  csrf: { name: 'X-CSRFToken', value: 'of-this-session' },
  cookies: { 'csrf-token': 'of-this-session' },
  answers: {
    '/api/kubernetes/apis/project.openshift.io/v1/projects': {
      kind: 'ProjectList',
      metadata: { resourceVersion: '1' },
      items: PROJECTS.map((name) => ({ metadata: { name, uid: name } })),
    },
  },
  folders: { '/': 'host', '/static/': 'host/dist/static', '/api/plugins/backupstorages/': 'dist' },
  list: '/k8s/all-namespaces/storage.kubestash.com~v1alpha1~BackupStorage',
  async dark(page) {
    await page.evaluate(() => localStorage.setItem('bridge/theme', 'dark'));
    await page.reload();
  },
};
