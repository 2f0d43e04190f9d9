import { ApiProxy, K8s } from '@kinvolk/headlamp-plugin/lib';
import { headlampDataSource } from 'backupstorage-elements/data-source/hosts/headlamp';
import { useMemo } from 'react';
import { useDispatch, useSelector } from 'react-redux';

/** The cluster of the page's URL as the elements' data source. */
export function useDataSource() {
  const cluster = K8s.useCluster() ?? '';
  return useMemo(() => headlampDataSource({ clusterRequest: ApiProxy.clusterRequest, cluster }), [cluster]);
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
