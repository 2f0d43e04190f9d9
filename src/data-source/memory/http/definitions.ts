import { NAMESPACES } from '../../../model/resources.js';
import type { KubernetesObject } from '../../../model/types.js';
import { bundledCrd, type CustomResourceDefinition } from '../../../schema/bundled/index.js';
import { toDataSourceError } from '../../errors.js';
import type { MemoryCluster } from '../cluster.js';
import { methodNotAllowed, notFound } from '../status.js';
import { jsonAnswer } from './answers.js';
import { CUSTOM_RESOURCE_DEFINITIONS } from './discovery.js';
import { servedTypes, type ServerExchange } from './exchange.js';
import { formed, formFor, tableFor } from './forms.js';
import { flagIn } from './parameters.js';

/** The CRDs of the types that are installed, for whoever may read them. */
export async function answerDefinitions(exchange: ServerExchange, name: string | undefined): Promise<Response> {
  const { request, query, source, cluster } = exchange;
  if (request.method !== 'GET' || flagIn(query, 'watch')) throw methodNotAllowed();
  const type = CUSTOM_RESOURCE_DEFINITIONS;
  try {
    if (name === undefined) await source.list(type, { signal: request.signal });
    else await source.get(type, { name }, { signal: request.signal });
  } catch (thrown) {
    // The cluster holds no such objects: whoever gets as far as this may read them.
    if (toDataSourceError(thrown).code !== 'not-found') throw thrown;
  }
  const since = installedAt(cluster);
  const items = servedTypes(exchange).flatMap((each) => {
    const crd = bundledCrd(each);
    return crd ? [established(crd, since)] : [];
  });
  const form = formFor(exchange);
  if (name === undefined) {
    const metadata = { resourceVersion: cluster.resourceVersion };
    if (form === 'Table') return jsonAnswer(tableFor(exchange, type, items, metadata));
    const isPartial = form === 'PartialObjectMetadata';
    const kind = isPartial ? 'PartialObjectMetadataList' : 'CustomResourceDefinitionList';
    const apiVersion = isPartial ? 'meta.k8s.io/v1' : 'apiextensions.k8s.io/v1';
    return jsonAnswer({ kind, apiVersion, metadata, items: items.map((item) => formed(exchange, type, item, form)) });
  }
  const found = items.find(({ metadata }) => metadata?.name === name);
  if (!found) throw notFound(type, name);
  return jsonAnswer(formed(exchange, type, found, form));
}

/** As old as the cluster, which is as old as its oldest namespace. */
function installedAt(cluster: MemoryCluster): string {
  const times = cluster.objects(NAMESPACES).map(({ metadata }) => metadata?.creationTimestamp ?? '');
  return times.filter((time) => time !== '').sort()[0] ?? new Date(0).toISOString().replace('.000Z', 'Z');
}

/** A CRD as the server has it once it serves what it defines. */
function established(crd: CustomResourceDefinition, since: string): KubernetesObject {
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    lastTransitionTime: since,
    reason,
    message,
  });
  return {
    ...crd,
    metadata: { ...crd.metadata, creationTimestamp: since, generation: 1 },
    status: {
      acceptedNames: crd.spec.names,
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
      ],
      storedVersions: crd.spec.versions.filter(({ storage }) => storage).map(({ name }) => name),
    },
  } as KubernetesObject;
}
