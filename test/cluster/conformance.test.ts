/**
 * The conformance kit against a real cluster with KubeStash: `CLUSTER_TESTS=1 KUBECONFIG=… npm test cluster`. It writes,
 * in namespaces of its own.
 */
import { conformanceChecks } from '../../src/data-source/conformance/index.js';
import { kubeconfigDataSource } from '../../src/data-source/kubeconfig.js';
import { realCluster } from './real-cluster.js';

const { CLUSTER_TESTS, KUBECONFIG } = process.env;

/** Checks that take for granted what only a cluster of one's own gives. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'fields that nobody knows survive': 'a real API server prunes them',
  'a slow reader misses nothing': 'an operator writes to the same objects',
};

describe('a real cluster', () => {
  if (CLUSTER_TESTS === '1' && KUBECONFIG) {
    for (const check of conformanceChecks(realCluster(() => kubeconfigDataSource())))
      it(`${check.group}: ${check.name}`, async function () {
        if (check.name in NOT_HERE) this.skip();
        const { outcome } = await check.run();
        if (outcome === 'skipped') this.skip();
      });
    return;
  }
  it('is not tested', function () {
    console.log('\n  *** NOT RUN against a real cluster: set CLUSTER_TESTS=1 and KUBECONFIG to do so. ***\n');
    this.skip();
  });
});
