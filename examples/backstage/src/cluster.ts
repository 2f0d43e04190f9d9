import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import type { DataSource } from 'backupstorage-elements/data-source';
import { backstageDataSource } from 'backupstorage-elements/data-source/hosts/backstage';
import { useMemo } from 'react';

/** The cluster that app-config.yaml names, as the elements' data source. */
export function useDataSource(): DataSource {
  const kubernetesApi = useApi(kubernetesApiRef);
  const clusterName = useApi(configApiRef).getString('backupstorages.cluster');
  return useMemo(() => backstageDataSource({ kubernetesApi, clusterName }), [kubernetesApi, clusterName]);
}
