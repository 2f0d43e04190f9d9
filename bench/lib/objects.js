// The one generator of BackupStorages that every contender gets: the same objects in every run, on every machine.

const WORDS = ['amber', 'basalt', 'cedar', 'delta', 'ember', 'fjord', 'garnet', 'harbor'];
const PROVIDERS = ['s3', 'gcs', 'azure', 'local'];
const PHASES = ['Ready', 'Ready', 'Ready', 'NotReady'];
const MIB = 1024 * 1024;

/** A filter for this word leaves one storage of eight. */
export const FILTER_WORD = WORDS[3];

/** Numbers from 0 to 1, always the same ones (mulberry32). */
export function randomNumbers(seed = 1) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sizes as the operator writes them, no two alike as long as `eighths` of a MiB differ. */
const sizeText = (eighths) => `${(eighths / 8).toFixed(3)} MiB`;

/** 0 to count - 1 in an order that has nothing to do with that of the names. */
function shuffled(count, random) {
  const all = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other], all[last]];
  }
  return all;
}

/** Objects as an API server lists them, managedFields included. */
export function backupStorages(count, now) {
  const random = randomNumbers(count);
  const sizes = shuffled(count, random);
  return Array.from({ length: count }, (_, index) => {
    const name = `${WORDS[index % WORDS.length]}-${String(sizes[(index * 7) % count]).padStart(5, '0')}-${index}`;
    const namespace = `team-${index % 40}`;
    const phase = PHASES[index % PHASES.length];
    const createdAt = new Date(now - Math.floor(random() * 400 * 86_400_000)).toISOString();
    return {
      apiVersion: 'storage.kubestash.com/v1alpha1',
      kind: 'BackupStorage',
      metadata: {
        name,
        namespace,
        uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        resourceVersion: String(1000 + index),
        generation: 1,
        creationTimestamp: createdAt,
        labels: { team: namespace },
        finalizers: ['kubestash.com/cleanup'],
        managedFields: [
          {
            manager: 'kubestash-operator',
            operation: 'Update',
            apiVersion: 'storage.kubestash.com/v1alpha1',
            time: createdAt,
            fieldsType: 'FieldsV1',
            fieldsV1: { 'f:status': { 'f:phase': {}, 'f:totalSize': {}, 'f:repositories': {} } },
            subresource: 'status',
          },
        ],
      },
      spec: {
        storage: {
          provider: PROVIDERS[index % PROVIDERS.length],
          s3: { bucket: `backups-${index % 90}`, prefix: `/${namespace}`, region: 'us-east-1', secretName: 'access' },
        },
        usagePolicy: { allowedNamespaces: { from: 'Same' } },
        deletionPolicy: 'Delete',
      },
      status: {
        phase,
        totalSize: sizeText(2 * (sizes[index] + 1)),
        conditions: [
          {
            type: 'BackendInitialized',
            status: phase === 'Ready' ? 'True' : 'False',
            reason: 'BackendProbe',
            message: 'The backend was probed.',
            lastTransitionTime: createdAt,
          },
        ],
        repositories: [{ namespace, name: `${name}-repo`, path: `/${index}`, size: '1.000 MiB', synced: true }],
      },
    };
  });
}

/**
 * Watch events that change the size of `count` storages: the first `visible` of `first`, then some of all others.
 * New sizes lie between the old ones, so that rows sorted by size move.
 */
export function sizeChanges(objects, { count, first = [], seed = 7, version = 10_000_000 }) {
  const random = randomNumbers(seed);
  const chosen = [...new Set([...first, ...shuffled(objects.length, random)])].slice(0, count);
  const places = shuffled(objects.length, random);
  return Array.from({ length: count }, (_, turn) => {
    const index = chosen[turn % chosen.length];
    const object = objects[index];
    const eighths = 2 * (places[turn % places.length] + 1) + 1;
    return {
      type: 'MODIFIED',
      index,
      object: {
        ...object,
        metadata: { ...object.metadata, resourceVersion: String(version + turn) },
        status: { ...object.status, totalSize: sizeText(eighths) },
      },
    };
  });
}

export const bytesOf = (object) => Number.parseFloat(object.status.totalSize) * MIB;
