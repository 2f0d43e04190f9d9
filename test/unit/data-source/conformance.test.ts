import { expect } from 'chai';
import {
  conformanceChecks,
  ofMemoryCluster,
  overMemoryCluster,
  runConformance,
  type MakeHarness,
} from '../../../src/data-source/conformance/index.js';
import { appsCodeDataSource } from '../../../src/data-source/hosts/appscode.js';
import { backstageDataSource } from '../../../src/data-source/hosts/backstage.js';
import { headlampDataSource } from '../../../src/data-source/hosts/headlamp.js';
import { openShiftDataSource } from '../../../src/data-source/hosts/openshift.js';
import { rancherDataSource } from '../../../src/data-source/hosts/rancher.js';
import { kubernetesDataSource, kubernetesOverFetch } from '../../../src/data-source/kubernetes.js';
import { pathOf, queryOf } from '../../../src/data-source/transport.js';
import { backstageKubernetesApi, headlampClusterRequest, openShiftConsoleFetch } from './host-fakes.js';

const CSRF = 'token-of-the-page';

const ADAPTERS: Record<string, MakeHarness> = {
  'the in-memory cluster': ofMemoryCluster(),
  'Kubernetes over fetch': overMemoryCluster((fetch) => kubernetesOverFetch({ fetch })),
  'Kubernetes over fetch, behind a prefix': overMemoryCluster(
    (fetch) => kubernetesOverFetch({ fetch, baseUrl: 'http://gateway.invalid/clusters/c 1/' }),
    { prefix: '/clusters/c%201' },
  ),
  'a transport of the simplest kind': overMemoryCluster((fetch) =>
    kubernetesDataSource((request) => {
      const { method, headers, body } = request;
      return fetch(pathOf(request) + queryOf(request), { method, headers, ...(body === undefined ? {} : { body }) });
    }),
  ),
  Headlamp: overMemoryCluster(
    (fetch) => headlampDataSource({ clusterRequest: headlampClusterRequest(fetch), cluster: 'minikube' }),
    { prefix: '/clusters/minikube', loses: ['retry-after', 'warnings-of-refusals'] },
  ),
  'the OpenShift console': overMemoryCluster(
    (fetch) => openShiftDataSource({ consoleFetch: openShiftConsoleFetch(fetch, CSRF) }),
    { prefix: '/api/kubernetes', csrf: { name: 'X-CSRFToken', value: CSRF } },
  ),
  Rancher: overMemoryCluster((fetch) => rancherDataSource({ clusterId: 'c-m-1', fetch, csrf: () => CSRF }), {
    prefix: '/k8s/clusters/c-m-1',
    csrf: { name: 'x-api-csrf', value: CSRF },
  }),
  'the AppsCode console': overMemoryCluster(
    (fetch) => appsCodeDataSource({ user: 'acme', cluster: 'prod', baseUrl: '/api/v1', fetch }),
    {
      prefix: '/api/v1/clusters/acme/prod/proxy',
      kubernetesPath: (path) => (path.startsWith('/core/') ? path.replace('/core/', '/api/') : `/apis${path}`),
      loses: ['openapi'],
    },
  ),
  Backstage: overMemoryCluster(
    (fetch) =>
      backstageDataSource({
        kubernetesApi: backstageKubernetesApi(fetch, () => Promise.resolve(Response.json({ items: [{ name: 'c' }] }))),
        clusterName: 'c',
        watch: true,
      }),
    { prefix: '/api/kubernetes/proxy' },
  ),
};

describe('the conformance kit', () => {
  for (const [name, makeHarness] of Object.entries(ADAPTERS))
    describe(name, () => runConformance(makeHarness, { describe, it }));
});

describe('running the conformance kit', () => {
  const make = ADAPTERS['Kubernetes over fetch']!;

  it('has names that are all different', () => {
    const names = conformanceChecks(make).map(({ group, name }) => `${group}: ${name}`);
    expect(new Set(names).size).to.equal(names.length);
    expect(names.length).to.be.at.least(60);
  });

  it('reports without a test framework', async () => {
    const heard: string[] = [];
    const readOnly: MakeHarness = async (setup) => {
      const harness = await make(setup);
      if ('skip' in harness) return harness;
      const { list, get } = harness.source;
      return { ...harness, source: { list, get } };
    };
    const report = await runConformance(readOnly, ({ check, outcome }) => heard.push(`${outcome} ${check.name}`));
    expect(report.failed, JSON.stringify(report.outcomes.filter(({ outcome }) => outcome === 'failed'))).to.equal(0);
    expect(report.passed).to.be.greaterThan(30);
    expect(report.skipped).to.be.greaterThan(50);
    expect(heard).to.include('skipped create stores the object and answers it');
    expect(report.outcomes.find(({ outcome }) => outcome === 'skipped'))
      .to.have.property('reason')
      .that.includes('the');
  });
});
