export interface Config {
  backupstorages: {
    /**
     * The cluster whose storages are shown: one of `kubernetes.clusterLocatorMethods`.
     * @visibility frontend
     */
    cluster: string;
  };
}
