import { leaseCollection } from '../../../dist/data-source/index.js';
import { kubernetesOverFetch } from '../../../dist/data-source/kubernetes.js';
import { BACKUP_STORAGES } from '../../../dist/model/index.js';

/** What the elements stand on: the data source and the live collection. */
export function start(base, { onChange }) {
  const source = kubernetesOverFetch({ baseUrl: base });
  const { collection } = leaseCollection(source, BACKUP_STORAGES);
  collection.subscribe(onChange);
  return {
    count: () => collection.objects.size,
    versionOf: ({ namespace, name }) => collection.find(namespace, name)?.metadata.resourceVersion,
  };
}
