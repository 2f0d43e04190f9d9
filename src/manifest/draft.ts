import { takesSecret } from '../model/providers.js';
import { BACKUP_STORAGES, SECRETS, apiVersionOf } from '../model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../model/types.js';
import { isSecret } from './redact.js';
import { getIn, isObject, setIn, type JsonObject } from './json.js';

/**
 * Where the credentials of a storage come from.
 * - `new`: a Secret is created beside the storage
 * - `existing`: a Secret of the storage's namespace is named
 * - `none`: the cluster's workload identity is used
 */
export type CredentialsMode = 'new' | 'existing' | 'none';

export interface CredentialsDraft {
  mode: CredentialsMode;
  /** Named by the user; absent means the name derived from the storage's. */
  secretName?: string;
  /** Values by Secret key, in clear. */
  values: Readonly<Record<string, string>>;
}

/**
 * What the user has entered so far. `object` holds the blocks of all providers that were visited, so that switching back
 * and forth loses nothing; {@link objectsOf} emits only the chosen one.
 */
export interface StorageDraft {
  object: BackupStorage;
  credentials: Readonly<Record<string, CredentialsDraft>>;
  /** The Secret as it was edited in the manifest, beyond what the form shows: its labels, its type. */
  secret?: Secret;
}

/** The operator's convention for the Secret made beside a storage. */
export const SECRET_SUFFIX = '-storage-cred';

export const NO_CREDENTIALS: CredentialsDraft = { mode: 'new', values: {} };

export function emptyDraft(): StorageDraft {
  return {
    object: {
      apiVersion: apiVersionOf(BACKUP_STORAGES),
      kind: BACKUP_STORAGES.kind,
      // Written out although the webhook would default it: with the webhook switched off an absent policy means nobody.
      spec: { usagePolicy: { allowedNamespaces: { from: 'Same' } }, deletionPolicy: 'Delete' },
    },
    credentials: {},
  };
}

export function providerOf(draft: StorageDraft): string | undefined {
  return draft.object.spec?.storage?.provider || undefined;
}

export function credentialsOf(draft: StorageDraft, provider = providerOf(draft)): CredentialsDraft {
  if (provider === undefined || !takesSecret(provider)) return { mode: 'none', values: {} };
  return draft.credentials[provider] ?? NO_CREDENTIALS;
}

/** The name of the Secret that the storage refers to, if it refers to one. */
export function secretNameOf(draft: StorageDraft): string | undefined {
  const { mode, secretName } = credentialsOf(draft);
  if (mode === 'none') return undefined;
  if (secretName) return secretName;
  const name = draft.object.metadata?.name;
  return mode === 'new' && name ? `${name}${SECRET_SUFFIX}` : undefined;
}

const SPEC_ORDER = ['storage', 'default', 'usagePolicy', 'deletionPolicy', 'runtimeSettings'];
const METADATA_ORDER = ['name', 'generateName', 'namespace', 'labels', 'annotations'];
const BLOCK_ORDER = ['storageAccount', 'container', 'endpoint', 'bucket', 'region', 'prefix', 'mountPath', 'subPath'];

/**
 * The objects to create: the Secret first where there is one, then the BackupStorage with the chosen provider's block
 * and no other.
 */
export function objectsOf(draft: StorageDraft): KubernetesObject[] {
  const storage = storageOf(draft);
  const secret = secretOf(draft);
  return secret ? [secret, storage] : [storage];
}

function storageOf(draft: StorageDraft): BackupStorage {
  const { apiVersion, kind, metadata, spec, status: _status, ...rest } = draft.object;
  const provider = providerOf(draft);
  const { usagePolicy, ...settings } = spec ?? {};
  const storage: JsonObject = {};
  if (provider !== undefined) {
    storage['provider'] = provider;
    const entered = spec?.storage?.[provider];
    const block = ordered(isObject(entered) ? entered : {}, BLOCK_ORDER);
    const secretName = secretNameOf(draft);
    if (secretName !== undefined) block['secretName'] = secretName;
    else if (credentialsOf(draft).mode === 'none') delete block['secretName'];
    if (Object.keys(block).length > 0) storage[provider] = block;
  }
  const body = { ...settings, storage, ...(usagePolicy === undefined ? {} : { usagePolicy }) };
  return {
    apiVersion,
    kind,
    metadata: ordered(metadata ?? {}, METADATA_ORDER),
    ...rest,
    spec: ordered(body, SPEC_ORDER),
  } as BackupStorage;
}

function secretOf(draft: StorageDraft): Secret | undefined {
  const { mode, values } = credentialsOf(draft);
  const name = secretNameOf(draft);
  if (mode !== 'new' || name === undefined) return undefined;
  const { namespace, labels } = draft.object.metadata ?? {};
  const { stringData: _values, data, metadata, ...rest } = draft.secret ?? {};
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return {
    apiVersion: apiVersionOf(SECRETS),
    kind: SECRETS.kind,
    ...rest,
    metadata: {
      ...metadata,
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels: { ...labels, ...metadata?.labels } }),
    },
    type: draft.secret?.type ?? 'Opaque',
    ...(data === undefined ? {} : { data }),
    ...(Object.keys(filled).length > 0 ? { stringData: filled } : {}),
  };
}

/** The same entries with the known keys first, in the order that people write them in. */
function ordered(object: object, order: readonly string[]): JsonObject {
  const entries = Object.entries(object);
  const rank = ([key]: [string, unknown]) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(entries.toSorted((a, b) => rank(a) - rank(b)));
}

/** Why objects cannot be shown in the form or created together. */
export class UnsupportedManifest extends Error {}

/** Finds the BackupStorage and its Secret among the objects of a manifest. */
export function pairOf(objects: readonly KubernetesObject[]): { storage: BackupStorage; secret?: Secret } {
  const storages = objects.filter(
    (object) => object.kind === BACKUP_STORAGES.kind && object.apiVersion === apiVersionOf(BACKUP_STORAGES),
  );
  const secrets = objects.filter(isSecret);
  const others = objects.filter((object) => !storages.includes(object) && !isSecret(object));
  const other = others[0];
  if (other)
    throw new UnsupportedManifest(
      `Only a Secret and a BackupStorage can be created here, not ${other.kind ?? 'an object without a kind'} of ${other.apiVersion ?? 'no apiVersion'}.`,
    );
  const [storage, ...more] = storages;
  if (!storage || more.length > 0)
    throw new UnsupportedManifest(`One BackupStorage is expected; the manifest has ${storages.length}.`);
  const [secret, ...moreSecrets] = secrets;
  if (moreSecrets.length > 0)
    throw new UnsupportedManifest(`One Secret at most is expected; the manifest has ${secrets.length}.`);
  return secret ? { storage: storage as BackupStorage, secret } : { storage: storage as BackupStorage };
}

/** The draft that says what an edited manifest says. Drafts of the providers that were not chosen are kept. */
export function draftOf(objects: readonly KubernetesObject[], before: StorageDraft): StorageDraft {
  const { storage, secret } = pairOf(objects);
  const provider = storage.spec?.storage?.provider || undefined;
  let object = storage;
  for (const [name, block] of Object.entries(before.object.spec?.storage ?? {}))
    if (isObject(block) && name !== provider && getIn(object, ['spec', 'storage', name]) === undefined)
      object = setIn(object, ['spec', 'storage', name], block);
  if (provider === undefined) return { ...before, object };
  const { secretName, ...block } = (storage.spec?.storage?.[provider] ?? {}) as JsonObject;
  if (isObject(getIn(object, ['spec', 'storage', provider])))
    object = setIn(object, ['spec', 'storage', provider], block);
  const former = credentialsOf(before, provider);
  const name = typeof secretName === 'string' && secretName !== '' ? secretName : undefined;
  const derived = `${storage.metadata?.name ?? ''}${SECRET_SUFFIX}`;
  const credentials: CredentialsDraft = {
    mode: secret ? 'new' : name === undefined ? 'none' : 'existing',
    values: secret ? { ...secret.stringData } : former.values,
    ...(name === undefined || (secret && name === derived) ? {} : { secretName: name }),
  };
  const draft: StorageDraft = { object, credentials: { ...before.credentials, [provider]: credentials } };
  if (secret) {
    // What the form adds to the Secret by itself (its name, its namespace, the storage's labels) is not kept twice.
    const { name: _name, namespace: _namespace, labels, ...metadata } = secret.metadata ?? {};
    const own = Object.fromEntries(
      Object.entries(labels ?? {}).filter(([key, value]) => storage.metadata?.labels?.[key] !== value),
    );
    draft.secret = { ...secret, metadata: { ...metadata, ...(Object.keys(own).length > 0 ? { labels: own } : {}) } };
  } else if (before.secret) {
    draft.secret = before.secret;
  }
  return draft;
}
