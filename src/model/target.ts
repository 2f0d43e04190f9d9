import type { TypedObjectReference } from './types.js';

/**
 * The backed-up application as text: `<kind> <namespace>/<name>`, as KubeStash's console writes it.
 *
 * `undefined` when there is no application, which the UI calls "Cluster resources": a BackupConfiguration for cluster
 * manifests has no `spec.target`, and the operator then writes `{apiGroup: "na", name: "na"}` without a kind into the
 * Repository's `spec.appRef`. An application that really is called "na" has a kind, and is shown.
 */
export function targetText(target: TypedObjectReference | undefined): string | undefined {
  if (!target?.name || (!target.kind && target.name === 'na')) return undefined;
  const name = target.namespace ? `${target.namespace}/${target.name}` : target.name;
  return target.kind ? `${target.kind} ${name}` : name;
}
