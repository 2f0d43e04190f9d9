import { useActiveNamespace } from '@openshift-console/dynamic-plugin-sdk';

/** How the console's addresses name the kind. */
const MODEL = 'storage.kubestash.com~v1alpha1~BackupStorage';

/** The console's own word for "All Projects". */
const ALL = '#ALL_NS#';

export const listPath = (project: string) => (project ? `/k8s/ns/${project}/${MODEL}` : `/k8s/all-namespaces/${MODEL}`);
export const createPath = (project: string) => (project ? `${listPath(project)}/~new` : `/k8s/cluster/${MODEL}/~new`);
export const detailPath = (namespace: string, name: string) => `${listPath(namespace)}/${encodeURIComponent(name)}`;

/** The project of the console's own bar; empty for all. */
export function useProject(): [string, (project: string) => void] {
  const [active, setActive] = useActiveNamespace();
  return [active === ALL ? '' : active, (project) => setActive(project || ALL)];
}
