import { normaliseSlashes } from './providers.js';
import { identityOf, sameObject } from './references.js';
import type { BackupStorage } from './types.js';

/** The parts of a directory in the cloud. `account` is Azure's storage account; other providers leave it empty. */
interface Location {
  provider: 's3' | 'gcs' | 'azure';
  account: string;
  bucket: string;
  region: string;
  prefix: string;
  endpoint: string;
}

function locationOf(storage: BackupStorage): Location | undefined {
  const backend = normaliseSlashes(storage).spec?.storage;
  const provider = backend?.provider;
  if (provider !== 's3' && provider !== 'gcs' && provider !== 'azure') return undefined;
  const block = backend?.[provider];
  if (typeof block !== 'object' || block === null) return undefined;
  const text = (field: string): string => {
    const value = block[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    provider,
    account: provider === 'azure' ? text('storageAccount') : '',
    bucket: text(provider === 'azure' ? 'container' : 'bucket'),
    region: provider === 's3' ? text('region') : '',
    prefix: text('prefix'),
    endpoint: provider === 's3' ? text('endpoint') : '',
  };
}

/** There may be thousands of storages, and a form asks at each key: most of them are out by a look at the bucket. */
function* perhapsBeside(mine: Location, others: Iterable<BackupStorage>): Generator<[BackupStorage, Location]> {
  const field = mine.provider === 'azure' ? 'container' : 'bucket';
  for (const other of others) {
    const backend = other.spec?.storage;
    if (backend?.provider !== mine.provider) continue;
    const name = backend[mine.provider]?.[field];
    // A slash at its end may be cut.
    if (typeof name !== 'string' || !name.startsWith(mine.bucket)) continue;
    const location = locationOf(other);
    if (location) yield [other, location];
  }
}

/** What the webhook takes for the same directory. */
const isSame = (mine: Location, other: Location): boolean =>
  mine.prefix === other.prefix &&
  mine.bucket === other.bucket &&
  mine.region === other.region &&
  mine.account === other.account &&
  mine.provider === other.provider;

/**
 * A key of the directory that a storage points to. KubeStash's webhook refuses a second storage with the same one,
 * whatever its namespace. It compares s3 by bucket, region and prefix (not by endpoint), gcs by bucket and prefix, azure
 * by account, container and prefix, as plain strings after the slash trimming. `undefined` where it compares nothing:
 * local and unknown providers, and a provider without its block.
 */
export function directoryOf(storage: BackupStorage): string | undefined {
  const location = locationOf(storage);
  return (
    location && JSON.stringify([location.provider, location.account, location.bucket, location.region, location.prefix])
  );
}

/**
 * Another storage that shares a directory in fact, though the server's check does not see it.
 *
 * - `slashes`: the prefixes differ by slashes only (`demo` and `/demo` are one directory for the client)
 * - `region`: the same bucket of the same server under two names of its region, such as none and `us-east-1`
 * - `inside`: this storage's directory lies inside the other's
 * - `contains`: the other's directory lies inside this one's
 */
export interface NearMiss {
  readonly kind: 'slashes' | 'region' | 'inside' | 'contains';
  readonly storage: BackupStorage;
}

const segmentsOf = (prefix: string): string[] => prefix.split('/').filter((segment) => segment !== '');

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.length <= path.length && start.every((segment, index) => segment === path[index]);

/** Two servers can each have a bucket of the same name. On AWS bucket names are global, whatever the endpoint. */
function serverOf({ endpoint }: Location): string {
  const host = endpoint.toLowerCase().replace(/^https?:\/\//, '');
  return host === '' || /(^|\.)amazonaws\.com$/.test(host) ? 'amazonaws.com' : host;
}

function relation(mine: Location, other: Location): NearMiss['kind'] | undefined {
  if (mine.provider !== other.provider || mine.account !== other.account || mine.bucket !== other.bucket)
    return undefined;
  if (serverOf(mine) !== serverOf(other)) return undefined;
  const path = segmentsOf(mine.prefix);
  const otherPath = segmentsOf(other.prefix);
  const inside = startsWith(path, otherPath);
  const contains = startsWith(otherPath, path);
  if (inside && contains) return mine.region === other.region ? 'slashes' : 'region';
  return inside ? 'inside' : contains ? 'contains' : undefined;
}

/**
 * The storages among `others` whose directory overlaps with this one's although the server would accept both. A UI should
 * warn about them. What the server refuses (`directoryOf` equal) is not among them, nor is the storage itself.
 */
export function nearMisses(storage: BackupStorage, others: Iterable<BackupStorage>): NearMiss[] {
  const mine = locationOf(storage);
  if (!mine || mine.bucket === '') return [];
  const found: NearMiss[] = [];
  for (const [other, location] of perhapsBeside(mine, others)) {
    if (isSame(mine, location)) continue;
    const kind = relation(mine, location);
    if (kind && !sameObject(identityOf(storage), identityOf(other))) found.push({ kind, storage: other });
  }
  return found;
}

/** Another storage with the same directory, which is why the server refuses this one. */
export function sameDirectory(storage: BackupStorage, others: Iterable<BackupStorage>): BackupStorage | undefined {
  const mine = locationOf(storage);
  if (!mine || mine.bucket === '') return undefined;
  for (const [other, location] of perhapsBeside(mine, others))
    if (isSame(mine, location) && !sameObject(identityOf(storage), identityOf(other))) return other;
  return undefined;
}

/**
 * A stored storage of the same provider that lacks the provider's block. The webhook reads through it without looking and
 * crashes: until it is mended, no other storage of this provider can be written.
 */
export function storageThatCrashes(storage: BackupStorage, others: Iterable<BackupStorage>): BackupStorage | undefined {
  const provider = storage.spec?.storage?.provider;
  if (provider !== 's3' && provider !== 'gcs' && provider !== 'azure') return undefined;
  for (const other of others) {
    const backend = other.spec?.storage;
    if (backend?.provider === provider && !backend[provider]) return other;
  }
  return undefined;
}
