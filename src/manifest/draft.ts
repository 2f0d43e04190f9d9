import { isKnownProvider, SECRET_KEYS, takesSecret } from '../model/providers.js';
import { BACKUP_STORAGES, SECRETS, apiVersionOf, type ResourceType } from '../model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../model/types.js';
import { getIn, isObject, setIn, type JsonObject } from './json.js';
import { isSecret } from './redact.js';

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
  /** What else was written into the Secret in the manifest: labels, a type, values that are no text. */
  secret?: Secret;
  /** The field of the provider's block that names the Secret; absent means `secretName`. */
  field?: string;
}

/**
 * What the user has entered so far. `object` holds the blocks of all providers that were visited, so that switching back
 * and forth loses nothing; {@link objectsOf} emits only the chosen one.
 */
export interface StorageDraft {
  object: BackupStorage;
  credentials: Readonly<Record<string, CredentialsDraft>>;
}

/** The field of a provider's block that names its Secret. */
export const SECRET_FIELD = 'secretName';
/** What builds of the CRD before 2024 call it. */
const OLD_SECRET_FIELD = 'secret';

/** Which field of a block names the Secret: one that the block has, else the one it was before. */
export function secretFieldOf(block: JsonObject, before: string = SECRET_FIELD): string {
  return [before, SECRET_FIELD, OLD_SECRET_FIELD].find((field) => typeof block[field] === 'string') ?? before;
}

/** The operator's convention for the Secret made beside a storage. */
export const SECRET_SUFFIX = '-storage-cred';

export const NO_CREDENTIALS: CredentialsDraft = { mode: 'new', values: {} };

/** The draft that a form begins with: of a BackupStorage unless another type is given. */
export function emptyDraft(type: ResourceType = BACKUP_STORAGES): StorageDraft {
  const object = { apiVersion: apiVersionOf(type), kind: type.kind };
  if (!isStorage(object)) return { object, credentials: {} };
  return {
    object: {
      ...object,
      // Written out although the webhook would default it: with the webhook switched off an absent policy means nobody.
      spec: { usagePolicy: { allowedNamespaces: { from: 'Same' } }, deletionPolicy: 'Delete' },
    },
    credentials: {},
  };
}

/** Undefined also for an object of another kind, whatever it holds there. */
export function providerOf({ object }: StorageDraft): string | undefined {
  return (isStorage(object) && object.spec?.storage?.provider) || undefined;
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

const SPEC_ORDER = ['default', 'storage', 'usagePolicy', 'deletionPolicy', 'runtimeSettings'];
const METADATA_ORDER = ['name', 'generateName', 'namespace', 'labels', 'annotations'];
const BLOCK_ORDER = ['storageAccount', 'container', 'endpoint', 'bucket', 'region', 'prefix', 'mountPath', 'subPath'];
const SECRET_ORDER = ['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'data', 'stringData'];

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
  if (!isStorage(draft.object)) return draft.object;
  const { apiVersion, kind, metadata, spec, status: _status, ...rest } = draft.object;
  const provider = providerOf(draft);
  const { storage: entered, ...settings } = spec ?? {};
  const storage = provider === undefined ? undefined : { provider, ...blockOf(draft, provider, entered?.[provider]) };
  return {
    apiVersion,
    kind,
    metadata: ordered(metadata ?? {}, METADATA_ORDER),
    ...rest,
    spec: ordered({ ...settings, ...(storage && { storage }) }, SPEC_ORDER),
  } as BackupStorage;
}

/** The provider's block, with the Secret that the credentials name; nothing when it would be empty. */
function blockOf(draft: StorageDraft, provider: string, entered: unknown): JsonObject {
  const field = credentialsOf(draft, provider).field ?? SECRET_FIELD;
  const { [field]: _secretName, ...block } = ordered(isObject(entered) ? entered : {}, BLOCK_ORDER);
  const secretName = secretNameOf(draft);
  if (secretName !== undefined) block[field] = secretName;
  return Object.keys(block).length > 0 ? { [provider]: block } : {};
}

function secretOf(draft: StorageDraft): Secret | undefined {
  const { mode, values, secret } = credentialsOf(draft);
  const name = secretNameOf(draft);
  if (mode !== 'new' || name === undefined) return undefined;
  const { namespace } = draft.object.metadata ?? {};
  const provider = providerOf(draft);
  const keys = isKnownProvider(provider) ? SECRET_KEYS[provider].map(({ key }) => key) : [];
  const stringData = ordered(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')), keys);
  const body = {
    ...(secret ?? { apiVersion: apiVersionOf(SECRETS), kind: SECRETS.kind, type: 'Opaque' }),
    metadata: ordered({ ...secret?.metadata, name, ...(namespace === undefined ? {} : { namespace }) }, METADATA_ORDER),
    ...(Object.keys(stringData).length > 0 ? { stringData } : {}),
  };
  return ordered(body, SECRET_ORDER) as Secret;
}

/** The same entries with the known keys first, in the order that people write them in. */
function ordered(object: object, order: readonly string[]): JsonObject {
  const entries = Object.entries(object);
  const rank = ([key]: [string, unknown]) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(entries.toSorted((a, b) => rank(a) - rank(b)));
}

/** Why objects cannot be shown in the form or created together. */
export class UnsupportedManifest extends Error {}

/** Finds the BackupStorage, or the object of another type that is to be created, and its Secret in a manifest. */
export function pairOf(
  objects: readonly KubernetesObject[],
  type: ResourceType = BACKUP_STORAGES,
): { storage: BackupStorage; secret?: Secret } {
  const isMain = (object: KubernetesObject) => object.kind === type.kind && object.apiVersion === apiVersionOf(type);
  const storages = objects.filter(isMain);
  const secrets = objects.filter((object) => isSecret(object) && !isMain(object));
  const other = objects.find((object) => !isMain(object) && !isSecret(object));
  if (other)
    throw new UnsupportedManifest(
      `Only a Secret and a ${type.kind} can be created here, not ${other.kind ?? 'an object without a kind'} of ${other.apiVersion ?? 'no apiVersion'}.`,
    );
  const [storage, ...moreStorages] = storages;
  if (!storage || moreStorages.length > 0)
    throw new UnsupportedManifest(`One ${type.kind} is expected; the manifest has ${storages.length}.`);
  const [secret, ...moreSecrets] = secrets;
  if (moreSecrets.length > 0)
    throw new UnsupportedManifest(`One Secret at most is expected; the manifest has ${secrets.length}.`);
  return secret ? { storage, secret } : { storage };
}

export function isStorage(object: KubernetesObject): object is BackupStorage {
  return object.kind === BACKUP_STORAGES.kind && object.apiVersion === apiVersionOf(BACKUP_STORAGES);
}

/** Why a Secret would be made for nothing: the storage does not name it. */
export function unusedSecret({ storage, secret }: { storage: BackupStorage; secret?: Secret }): string | undefined {
  const provider = isStorage(storage) ? storage.spec?.storage?.provider : undefined;
  const block = getIn(storage, ['spec', 'storage', provider ?? '']);
  if (!secret || !provider || !isObject(block)) return undefined;
  if (!takesSecret(provider)) return `A storage of the provider ${provider} has no Secret.`;
  const name = secret.metadata?.name;
  const field = secretFieldOf(block);
  // Only its schema knows what a provider that we do not know calls the field.
  const naming = isKnownProvider(provider) ? [block[field]] : Object.values(block);
  return !name || naming.includes(name) ? undefined : `spec.storage.${provider}.${field} must name the Secret ${name}.`;
}

/** The form of another kind holds one object, and of no other kind. */
function onlyObject(objects: readonly KubernetesObject[], { kind, apiVersion }: KubernetesObject): BackupStorage {
  const [object, ...more] = objects;
  if (!object || more.length > 0 || object.kind !== kind || object.apiVersion !== apiVersion)
    throw new UnsupportedManifest(`The form holds one ${kind} of ${apiVersion}, and nothing else.`);
  return object;
}

/**
 * The draft that says what an edited manifest says. Drafts of the providers that were not chosen are kept. Throws
 * {@link UnsupportedManifest} for what a draft would lose.
 */
export function draftOf(objects: readonly KubernetesObject[], before: StorageDraft): StorageDraft {
  if (!isStorage(before.object)) return { ...before, object: onlyObject(objects, before.object) };
  const { storage, secret } = pairOf(objects);
  const { metadata, spec } = storage;
  const backend = spec?.storage ?? {};
  for (const [field, value] of Object.entries({ metadata, spec, storage: backend }))
    if (value !== undefined && !isObject(value)) throw new UnsupportedManifest(`${field} must hold fields.`);
  const unused = unusedSecret({ storage, ...(secret && { secret }) });
  if (unused !== undefined) throw new UnsupportedManifest(unused);

  const provider = backend.provider || undefined;
  let object = storage;
  for (const [name, block] of Object.entries(before.object.spec?.storage ?? {}))
    if (isObject(block) && name !== provider && backend[name] === undefined)
      object = setIn(object, ['spec', 'storage', name], block);
  if (provider === undefined) return { ...before, object };
  const block = backend[provider];
  const field = secretFieldOf(isObject(block) ? block : {}, before.credentials[provider]?.field);
  const { [field]: named, ...rest } = isObject(block) ? block : {};
  if (isObject(block)) object = setIn(object, ['spec', 'storage', provider], rest);
  const name = secret ? secret.metadata?.name : typeof named === 'string' ? named : '';
  const credentials: CredentialsDraft = {
    ...(secret ? secretParts(secret) : credentialsOf(before, provider)),
    mode: secret ? 'new' : name ? 'existing' : 'none',
  };
  // The name that is derived anyway follows the storage's.
  if (!name || (secret && name === `${metadata?.name ?? ''}${SECRET_SUFFIX}`)) delete credentials.secretName;
  else credentials.secretName = name;
  if (field === SECRET_FIELD) delete credentials.field;
  else credentials.field = field;
  return { object, credentials: { ...before.credentials, [provider]: credentials } };
}

/** A Secret as the form shows it: every value that is text, and the rest of it without what the storage gives it. */
function secretParts({ stringData, data, ...secret }: Secret): Pick<CredentialsDraft, 'values' | 'secret'> {
  const { name: _name, namespace: _namespace, ...metadata } = secret.metadata ?? {};
  const encoded = Object.entries(isObject(data) ? data : {}).map(
    ([key, value]) => [key, value, textIn(value)] as const,
  );
  const opaque = encoded.filter(([, , text]) => text === undefined).map(([key, value]) => [key, value] as const);
  const decoded = encoded.flatMap(([key, , text]) => (text === undefined ? [] : [[key, text] as const]));
  return {
    // As on the server, stringData wins.
    values: { ...Object.fromEntries(decoded), ...(isObject(stringData) ? stringData : {}) },
    secret: { ...secret, metadata, ...(opaque.length > 0 ? { data: Object.fromEntries(opaque) } : {}) },
  };
}

/** The text in base64; undefined when it is something else. */
function textIn(base64: unknown): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(String(base64)), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
