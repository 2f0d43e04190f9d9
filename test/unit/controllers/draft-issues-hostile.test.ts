import { expect } from 'chai';
import { adviceOf } from '../../../src/controllers/form/advice-issues.js';
import { refusalIssues } from '../../../src/controllers/form/refusal.js';
import { usageAnswer } from '../../../src/controllers/form/usage-answer.js';
import { DataSourceError } from '../../../src/data-source/errors.js';
import { en } from '../../../src/locales/en/index.js';
import { setIn } from '../../../src/manifest/json.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { random } from '../../fixtures/random.js';

/** Everything that a manifest can hold in the place of anything. */
const HOSTILE: unknown[] = [
  undefined, null, '', 'text', ' blank ', 0, -1, 1.5, NaN, 10n ** 30n, true, false, [], [null], ['a', 1n], {}, { a: null },
  { length: 3 }, { toString: 'x' }, [[[]]], new Map(), Object.create(null),
]; // prettier-ignore

const FULL = {
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name: 'mine', namespace: 'demo', labels: { a: 'b' }, annotations: { c: 'd' } },
  spec: {
    default: true,
    deletionPolicy: 'Delete',
    storage: {
      provider: 's3',
      s3: {
        endpoint: 'https://s3.us-east-1.amazonaws.com',
        bucket: 'lab',
        region: 'us-east-1',
        prefix: 'a',
        secretName: 's',
      },
      gcs: { bucket: 'x' },
      azure: { storageAccount: 'acme', container: 'lab' },
      local: { mountPath: '/data', persistentVolumeClaim: { claimName: 'c' } },
    },
    usagePolicy: {
      allowedNamespaces: {
        from: 'Selector',
        selector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
      },
    },
    runtimeSettings: {
      pod: { podLabels: { a: 'b' }, securityContext: { runAsUser: 1, fsGroup: 2, supplementalGroups: [3] } },
      container: { securityContext: { runAsUser: 1 }, env: [{ name: 'A', value: 'b' }] },
    },
  },
};

type Path = (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsOf(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length > 0 ? [at, ...inner] : inner;
}

const NAMESPACES = [{ name: 'demo', labels: { a: 'b' } }, { name: 'unknown' }];
const SAID = [
  new DataSourceError('forbidden', 'admission webhook "v" denied the request: no two BackupStorage should point to the same directory of the same bucket'),
  new DataSourceError('internal', 'admission webhook "v" denied the request: panic: x [recovered]'),
  new DataSourceError('invalid', 'bad', { causes: [{ field: 'metadata.labels', message: 'Invalid value: "b": bad' }] }),
]; // prettier-ignore

const schema = backupStorageSchema();

/** Everything that looks at a storage; throws when one of them does. */
function lookAt(storage: BackupStorage, found: BackupStorage): void {
  // What the server has stored has at least a name.
  const other = { ...found, metadata: { name: 'other', namespace: 'demo' } };
  const issues = adviceOf({ storage, others: [other], namespaces: NAMESPACES, namespacesKnown: 'all', messages: en });
  for (const { id, path, message } of issues) {
    expect(path?.join('.') ?? 'spec.storage.local.*').to.equal(id);
    expect(message).to.be.a('string').and.not.contain('undefined');
  }
  expect(usageAnswer(storage, NAMESPACES, 'all').kind).to.be.a('string');
}

function refuse(storage: BackupStorage): void {
  for (const error of SAID)
    expect(refusalIssues(error, { schema, storage, shown: () => true, messages: en })).to.have.length(1);
}

const asStorage = (value: unknown) => value as BackupStorage;

describe('the rules and objects of any shape', () => {
  for (const provider of ['s3', 'gcs', 'azure', 'local'])
    it(`throw nothing over one wrong value: ${provider}`, () => {
      const base = setIn(FULL, ['spec', 'storage', 'provider'], provider);
      for (const path of pathsOf(base))
        for (const value of HOSTILE) {
          const wrong = asStorage(setIn(base, path, value));
          lookAt(wrong, asStorage(base));
          refuse(wrong);
          lookAt(asStorage(base), wrong);
        }
    });

  it('throw nothing over many wrong values', () => {
    const chance = random(4);
    const paths = pathsOf(FULL);
    for (let round = 0; round < 1_500; round += 1) {
      let storage: unknown = FULL;
      let other: unknown = FULL;
      for (let wrong = 0; wrong < 4; wrong += 1) {
        storage = setIn(storage, chance.pick(paths), chance.pick(HOSTILE));
        other = setIn(other, chance.pick(paths), chance.pick(HOSTILE));
      }
      lookAt(asStorage(storage), asStorage(other));
      refuse(asStorage(storage));
    }
  });

  it('throw nothing over an empty object, and say nothing of it', () => {
    expect(adviceOf({ storage: {}, messages: en })).to.deep.equal([]);
    expect(usageAnswer({}, [], 'none')).to.deep.equal({ kind: 'own', namespace: undefined });
  });

  it('end over a manifest whose aliases lead in circles', () => {
    const pod: Record<string, unknown> = { schedulerName: ' x' };
    pod['self'] = pod;
    pod['again'] = [pod, pod];
    const issues = adviceOf({ storage: { spec: { runtimeSettings: { pod } } }, messages: en });
    expect(issues.map(({ id }) => id)).to.deep.equal(['spec.runtimeSettings.pod.schedulerName']);
  });
});
