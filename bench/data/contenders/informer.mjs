import { CustomObjectsApi, KubeConfig, makeInformer } from '@kubernetes/client-node';

const [group, version, plural] = ['storage.kubestash.com', 'v1alpha1', 'backupstorages'];

/** The informer of the official client. */
export function start(base, { onChange }) {
  const config = new KubeConfig();
  config.loadFromClusterAndUser({ name: 'bench', server: base, skipTLSVerify: true }, { name: 'bench' });
  const api = config.makeApiClient(CustomObjectsApi);
  const informer = makeInformer(config, `/apis/${group}/${version}/${plural}`, () =>
    api.listClusterCustomObject({ group, version, plural }),
  );
  for (const event of ['add', 'update', 'delete']) informer.on(event, onChange);
  informer.on('error', (error) => {
    throw error;
  });
  void informer.start();
  return {
    count: () => informer.list().length,
    versionOf: ({ namespace, name }) => informer.get(name, namespace)?.metadata.resourceVersion,
  };
}
