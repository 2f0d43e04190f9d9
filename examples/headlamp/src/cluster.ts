import { ApiProxy, K8s } from '@kinvolk/headlamp-plugin/lib';
import type { DataSource } from 'backupstorage-elements/data-source';
import { headlampDataSource } from 'backupstorage-elements/data-source/hosts/headlamp';
import { useDispatch, useSelector } from 'react-redux';

const sources = new Map<string, DataSource>();

/**
 * The cluster of the page's URL as the elements' data source. One for each cluster, whichever page asks: together they stay
 * within the watches that a browser can hold open.
 */
export function useDataSource(): DataSource {
  const cluster = K8s.useCluster() ?? '';
  const source = sources.get(cluster) ?? headlampDataSource({ clusterRequest: ApiProxy.clusterRequest, cluster });
  sources.set(cluster, source);
  return source;
}

interface FilterState {
  filter: { namespaces: Set<string> };
}

/** Headlamp's own choice of namespaces, which all its lists share. The elements show one namespace, or all. */
export function useNamespaceFilter() {
  const dispatch = useDispatch();
  const chosen = useSelector(({ filter }: FilterState) => filter.namespaces);
  return {
    namespace: chosen.size === 1 ? [...chosen][0] : '',
    setNamespace: (namespace: string) =>
      dispatch({ type: 'filter/setNamespaceFilter', payload: namespace ? [namespace] : [] }),
  };
}
