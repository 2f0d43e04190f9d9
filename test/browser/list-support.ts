import type { BackupStorage } from '../../src/model/types.js';

/** A storage in a directory of its own pod, with nothing reported yet. */
export function storage(name: string, namespace = 'demo', extra: Partial<BackupStorage> = {}): BackupStorage {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name, namespace },
    spec: { storage: { provider: 'local', local: { mountPath: '/data', emptyDir: {} } } },
    ...extra,
  };
}

/** What has the focus, in words: an element in a failed comparison would be printed with everything that hangs on it. */
export function focused({ shadowRoot }: Element): string {
  const active = shadowRoot?.activeElement;
  return active
    ? `the focus is on <${active.localName}> ${active.id} ${active.textContent?.trim()}`
    : 'nothing has the focus';
}
