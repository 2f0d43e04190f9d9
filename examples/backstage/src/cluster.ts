import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { kubernetesApiRef, type KubernetesApi } from '@backstage/plugin-kubernetes-react';
import type { DataSource } from 'backupstorage-elements/data-source';
import { backstageDataSource } from 'backupstorage-elements/data-source/hosts/backstage';

const sources = new WeakMap<KubernetesApi, DataSource>();

/** The cluster that app-config.yaml names, as the elements' data source: one, whichever page asks. */
export function useDataSource(): DataSource {
  const kubernetesApi = useApi(kubernetesApiRef);
  const clusterName = useApi(configApiRef).getString('backupstorages.cluster');
  const source = sources.get(kubernetesApi) ?? backstageDataSource({ kubernetesApi, clusterName });
  sources.set(kubernetesApi, source);
  return source;
}
