import type { DataSource } from 'backupstorage-elements/data-source';
import { rancherDataSource } from 'backupstorage-elements/data-source/hosts/rancher';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useStore } from 'vuex';

/** Rancher's id of the kind. */
export const BACKUP_STORAGE = 'storage.kubestash.com.backupstorage';

const sources = new Map<string, DataSource>();

/** One for each cluster, whichever page asks: together they stay within the watches that a browser can hold open. */
function sourceOf(clusterId: string): DataSource {
  const source = sources.get(clusterId) ?? rancherDataSource({ clusterId });
  sources.set(clusterId, source);
  return source;
}

/** The cluster of the page, its namespaces as chosen in Rancher's header, and the pages of the kind. */
export function useCluster() {
  const route = useRoute();
  const router = useRouter();
  const store = useStore();
  const clusterId = String(route.params.cluster);
  const params = { cluster: clusterId, product: 'explorer', resource: BACKUP_STORAGE };
  const list = { name: 'c-cluster-product-resource', params };
  const create = { name: 'c-cluster-product-resource-create', params };
  const detail = (namespace: string, id: string) => ({
    name: 'c-cluster-product-resource-namespace-id',
    params: { ...params, namespace, id },
  });

  return {
    source: sourceOf(clusterId),
    // The elements show one namespace or all; Rancher's header may choose several.
    namespace: computed(() => {
      const chosen = Object.keys(store.getters['activeNamespaceCache'] ?? {});
      return chosen.length === 1 ? chosen[0] : '';
    }),
    listHref: router.resolve(list).href,
    createHref: router.resolve(create).href,
    detailHref: `${router.resolve(list).href}/{namespace}/{name}`,
    toList: () => router.push(list),
    toCreate: () => router.push(create),
    toDetail: (namespace: string, name: string) => router.push(detail(namespace, name)),
  };
}
