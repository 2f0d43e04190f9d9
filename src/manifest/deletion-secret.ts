import type { DataSourceError } from '../data-source/errors.js';
import { toDataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import { takesSecret } from '../model/providers.js';
import { identityOf, resolveReference, sameObject, type NamespacedName } from '../model/references.js';
import { BACKUP_STORAGES, SECRETS } from '../model/resources.js';
import type { BackupInvoker, BackupStorage, KubernetesObject, ObjectReference, Repository } from '../model/types.js';
import { secretFieldOf } from './draft.js';
import { isObject } from './json.js';
import { ownFault, secretInUse } from './own-faults.js';
import { isNotApplied, isPassing, pause, type Patience } from './tries.js';

/** The Secret that a storage takes its credentials from; undefined when it names none. It is in the storage's namespace. */
export function namedSecretOf(storage: BackupStorage): string | undefined {
  const provider = storage.spec?.storage?.provider;
  const block = provider === undefined ? undefined : storage.spec?.storage?.[provider];
  if (provider === undefined || !takesSecret(provider) || !isObject(block)) return undefined;
  const name = block[secretFieldOf(block)];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/**
 * The other storages of the namespace that name a Secret, in whatever field: a provider that we do not know may call it
 * as it likes, and one that is taken for a user too many costs nothing.
 */
export function otherUsersOf(
  secret: NamespacedName,
  storage: BackupStorage,
  storages: Iterable<BackupStorage>,
): BackupStorage[] {
  return [...storages].filter(
    (other) =>
      other.metadata?.namespace === secret.namespace &&
      !sameObject(identityOf(other), identityOf(storage)) &&
      JSON.stringify(other.spec ?? {}, textOnly).includes(JSON.stringify(secret.name)),
  );
}

/** Whether a backup is encrypted with a Secret: without it the backed-up data cannot be read any more. */
export function isEncryptedWith(object: Repository | BackupInvoker, secret: NamespacedName): boolean {
  const { namespace } = identityOf(object);
  const spec: object = object.spec ?? {};
  const sessions = listIn(spec, 'sessions');
  const parts = [...sessions, ...sessions.flatMap((session) => listIn(session, 'targets'))];
  const holders = [spec, ...parts.flatMap((part) => listIn(part, 'repositories'))];
  return holders.some((holder) => {
    const reference = isObject(holder) ? holder['encryptionSecret'] : undefined;
    return isObject(reference) && sameObject(resolveReference(reference as ObjectReference, namespace), secret);
  });
}

function listIn(holder: unknown, name: string): unknown[] {
  const list = isObject(holder) ? holder[name] : undefined;
  return Array.isArray(list) ? (list as unknown[]) : [];
}

/** BigInts are no JSON; nothing that names a Secret is one. */
function textOnly(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? undefined : value;
}

/** Which Secret it is, without its values; undefined when there is none. Throws when nobody can tell. */
export async function findSecret(
  source: DataSource,
  { namespace, name }: NamespacedName,
): Promise<KubernetesObject | undefined> {
  try {
    const options = { namespace, fieldSelector: `metadata.name=${name}`, metadataOnly: true };
    let next: string | undefined;
    do {
      const page = await source.list(SECRETS, { ...options, ...(next === undefined ? {} : { continue: next }) });
      // A backend may know no field selectors.
      const found = page.items.find(({ metadata }) => metadata?.name === name);
      if (found) return { metadata: found.metadata ?? {} };
      next = page.continue;
    } while (next !== undefined);
    return undefined;
  } catch (thrown) {
    if (toDataSourceError(thrown).code !== 'forbidden') throw thrown;
  }
  try {
    // Whoever may not list may still read the one. Of its values nothing is kept.
    const { metadata } = await source.get(SECRETS, { namespace, name });
    return { metadata: metadata ?? {} };
  } catch (thrown) {
    if (toDataSourceError(thrown).code === 'not-found') return undefined;
    throw thrown;
  }
}

/**
 * Deletes the Secret of a storage that has certainly gone, if it is still the one that was seen and nothing else in the
 * namespace has come to name it. Throws a `DataSourceError` when it is still there, or may be.
 */
export async function deleteFormerSecret(
  source: DataSource,
  storage: BackupStorage,
  secret: KubernetesObject,
  patience: Patience = {},
): Promise<void> {
  const { namespace, name } = identityOf(secret);
  const { uid, resourceVersion } = secret.metadata ?? {};
  if (!source.delete) throw ownFault('no-delete');
  if (!uid) throw ownFault('secret-unknown');
  for (let tried = 1; ; tried++) {
    const users = await storagesNaming(source, { namespace, name }, storage);
    if (users.length > 0) throw secretInUse(users.map((user) => identityOf(user).name));
    let error: DataSourceError;
    try {
      const preconditions = { uid, ...(resourceVersion && { resourceVersion }) };
      await source.delete(SECRETS, { namespace, name }, { preconditions });
      return;
    } catch (thrown) {
      error = toDataSourceError(thrown);
    }
    if (error.code === 'not-found') return;
    const isLost = !isNotApplied(error);
    if (isLost) {
      const now = await findSecret(source, { namespace, name }).catch(() => secret);
      if (now?.metadata?.uid !== uid) return;
    }
    const mayPass = isLost || (isPassing(error) && error.code !== 'conflict');
    if (!mayPass || !(await pause(error, tried, patience))) throw error;
  }
}

/** Asked anew: between the user's word and the end of the storage another one may have come. */
async function storagesNaming(
  source: DataSource,
  secret: NamespacedName,
  gone: BackupStorage,
): Promise<BackupStorage[]> {
  const found: BackupStorage[] = [];
  let next: string | undefined;
  do {
    const page = await source.list<BackupStorage>(BACKUP_STORAGES, {
      namespace: secret.namespace,
      ...(next === undefined ? {} : { continue: next }),
    });
    // One of the same name is another storage: the one that had it has gone.
    found.push(...page.items.filter((one) => one.metadata?.uid !== gone.metadata?.uid));
    next = page.continue;
  } while (next !== undefined);
  return otherUsersOf(secret, {}, found);
}
