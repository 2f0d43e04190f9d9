import { directoryOf } from '../../model/directory.js';
import { normaliseSlashes } from '../../model/providers.js';
import { BACKUP_STORAGES, type ResourceType } from '../../model/resources.js';
import { SERVER_RULES } from '../../model/server-rules.js';
import type { BackupStorage, StorageBackend } from '../../model/types.js';
import type { DataSourceError } from '../errors.js';
import { isJsonObject, sameJson } from './json.js';
import { failureStatus, internalError, refusal } from './status.js';

/** Which of KubeStash's two webhooks for BackupStorages are installed. */
export interface Webhooks {
  mutating: boolean;
  validating: boolean;
}

type WebhookName = 'mbackupstorage.kb.io' | 'vbackupstorage.kb.io';

const WEBHOOK_PATHS: Readonly<Record<WebhookName, string>> = {
  'mbackupstorage.kb.io': 'mutate-storage-kubestash-com-v1alpha1-backupstorage',
  'vbackupstorage.kb.io': 'validate-storage-kubestash-com-v1alpha1-backupstorage',
};

/** Whether KubeStash's webhooks look at objects of this type. */
export function hasWebhooks({ group, resource }: ResourceType): boolean {
  return group === BACKUP_STORAGES.group && resource === BACKUP_STORAGES.resource;
}

/**
 * What the mutating webhook makes of a storage: a usage policy of `Same` where there is none, the `runtimeSettings` that
 * its Go type always writes, and one trailing slash cut. A spec of the wrong shape is left to the schema's validation.
 */
export function mutate(storage: BackupStorage): BackupStorage {
  if (storage.spec !== undefined && !isJsonObject(storage.spec)) return storage;
  const spec = {
    ...storage.spec,
    runtimeSettings: storage.spec?.runtimeSettings ?? {},
    usagePolicy: storage.spec?.usagePolicy ?? { allowedNamespaces: { from: 'Same' } },
  };
  return normaliseSlashes({ ...storage, spec });
}

/** What the validating webhook looks at. */
export interface Review {
  storage: BackupStorage;
  /** The storage before an update; absent for a create. */
  old?: BackupStorage | undefined;
  /** Every storage of the cluster; the one under review may be among them. */
  all: Iterable<BackupStorage>;
}

/** The validating webhook: throws its denial, or the panic of section 4 of the API facts. Asks the rules in order. */
export function validate({ storage, old, all }: Review): void {
  const others = [...all].filter(
    ({ metadata }) => metadata?.name !== storage.metadata?.name || metadata?.namespace !== storage.metadata?.namespace,
  );
  const inNamespace = others.filter(({ metadata }) => metadata?.namespace === storage.metadata?.namespace);
  if (storage.spec?.default && inNamespace.some(({ spec }) => spec?.default))
    throw denied(SERVER_RULES.multipleDefaults);
  const policy = storage.spec?.usagePolicy;
  if (policy && !policy.allowedNamespaces) throw panicked();
  if (policy?.allowedNamespaces?.from === 'Selector' && !policy.allowedNamespaces.selector)
    throw denied(SERVER_RULES.emptySelector);
  if (old?.status?.repositories?.length && !sameJson(old.spec?.storage ?? {}, storage.spec?.storage ?? {}))
    throw denied(SERVER_RULES.inUse);
  checkDirectory(storage, others);
}

function checkDirectory(storage: BackupStorage, others: readonly BackupStorage[]): void {
  const backend = storage.spec?.storage;
  const provider = backend?.provider;
  if (provider !== 's3' && provider !== 'gcs' && provider !== 'azure') return;
  const directory = directoryOf(storage);
  for (const other of others) {
    const otherBackend: StorageBackend | undefined = other.spec?.storage;
    if (otherBackend?.provider !== provider) continue;
    // The webhook reads both blocks without looking whether they are there.
    if (!backend?.[provider] || !otherBackend[provider]) throw panicked();
    if (directoryOf(other) === directory) throw denied(SERVER_RULES.sameDirectory);
  }
}

/** The API server's wrapping of a denial. */
function denied(message: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 403,
      reason: 'Forbidden',
      message: `admission webhook "vbackupstorage.kb.io" denied the request: ${message}`,
    }),
  );
}

/** A webhook that reads through a null pointer answers 500, without a reason. */
function panicked(): DataSourceError {
  return refusal(
    failureStatus({
      code: 500,
      message:
        'admission webhook "vbackupstorage.kb.io" denied the request: ' +
        'panic: runtime error: invalid memory address or nil pointer dereference [recovered]',
    }),
  );
}

/** The 500 while the operator, and its webhooks with it, cannot be reached. */
export function webhookUnreachable(name: WebhookName): DataSourceError {
  const url = `https://kubestash-operator-webhook-server.kubestash.svc:443/${WEBHOOK_PATHS[name]}?timeout=10s`;
  return internalError(
    `failed calling webhook "${name}": failed to call webhook: Post "${url}": ` +
      'dial tcp 10.96.40.7:443: connect: connection refused',
  );
}
