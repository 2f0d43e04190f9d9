import { expect } from 'chai';
import { formatAge, parseTime } from '../../src/model/age.js';
import { resourceTypeOf } from '../../src/model/resources.js';
import type { BackupConfiguration, BackupStorage, KubernetesObject, Repository } from '../../src/model/types.js';
import { SAMPLE_TIME, sampleObjects } from '../../src/samples/index.js';
import { KIND_COUNTS, STORAGES } from '../fixtures/acceptance.js';

const find = <T extends KubernetesObject>(objects: readonly KubernetesObject[], kind: string, name: string): T =>
  objects.find((object) => object.kind === kind && object.metadata?.name === name) as T;

/** Every string of a JSON value with its path. */
function* strings(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* strings(member, `${path}/${key}`);
  }
}

describe('the samples', () => {
  it('are the 71 objects of seven kinds', () => {
    const counts: Record<string, number> = {};
    for (const { kind = '' } of sampleObjects()) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).to.deep.equal(KIND_COUNTS);
    expect(sampleObjects()).to.have.length(71);
  });

  it('are of served types, with uids and resource versions of their own', () => {
    const objects = sampleObjects();
    for (const object of objects) expect(resourceTypeOf(object), object.kind).to.not.equal(undefined);
    expect(new Set(objects.map((object) => object.metadata?.uid)).size).to.equal(71);
    expect(new Set(objects.map((object) => object.metadata?.resourceVersion)).size).to.equal(71);
  });

  it('keep numbers and strings apart, as written', () => {
    const irsa = find<BackupStorage>(sampleObjects(), 'BackupStorage', 'irsa-archive');
    expect(irsa.spec?.runtimeSettings?.container?.['resources']).to.deep.equal({
      requests: { cpu: '250m', memory: '128Mi' },
      limits: { cpu: 1, memory: '0.5Gi' },
    });
  });
});

describe('sampleObjects', () => {
  it('leaves every time as it is at the time of the samples', () => {
    const objects = sampleObjects();
    const primary = find<BackupStorage>(objects, 'BackupStorage', 'aws-primary');
    expect(primary.metadata?.creationTimestamp).to.equal('2025-11-03T08:15:20Z');
    expect(primary.status?.conditions?.[0]?.lastTransitionTime).to.equal('2025-11-03T08:15:41Z');
  });

  it('gives copies', () => {
    const prod = find(sampleObjects(), 'Namespace', 'prod');
    prod.metadata!.labels!['env'] = 'changed';
    delete prod.metadata!.uid;
    const again = find(sampleObjects(), 'Namespace', 'prod');
    expect(again.metadata?.labels?.['env']).to.equal('prod');
    expect(again.metadata).to.have.property('uid');
  });

  for (const now of [SAMPLE_TIME + 40 * 86_400_000, SAMPLE_TIME - 400 * 86_400_000, SAMPLE_TIME + 123_456]) {
    it(`gives the same ages at ${new Date(now).toISOString()}`, () => {
      const objects = sampleObjects({ now });
      for (const { storage, age } of STORAGES) {
        const created = find(objects, 'BackupStorage', storage.split('/')[1]!).metadata?.creationTimestamp;
        expect(formatAge(parseTime(created)!, now), storage).to.equal(age);
      }
    });
  }

  it('moves all times, wherever they are, past and future', () => {
    const day = 86_400_000;
    const objects = sampleObjects({ now: SAMPLE_TIME + day });
    const deleted = find(objects, 'BackupStorage', 'local-hostpath');
    expect(deleted.metadata?.deletionTimestamp).to.equal('2026-08-21T11:40:00Z');
    const repository = find<Repository>(objects, 'Repository', 'orders-pg-repo');
    expect(repository.status?.lastBackupTime).to.equal('2026-08-21T11:30:12Z');
    expect(repository.status?.recentSnapshots?.[0]?.snapshotTime).to.equal('2026-08-21T11:30:12Z');
    const configuration = find<BackupConfiguration>(objects, 'BackupConfiguration', 'orders-pg-backup');
    expect(configuration.status?.sessions?.[2]?.nextSchedule).to.equal('2026-08-24T03:00:00Z');
  });

  it('moves nothing but times, and all of them alike', () => {
    const hour = 3_600_000;
    const before = [...strings(sampleObjects())];
    const after = [...strings(sampleObjects({ now: SAMPLE_TIME + hour }))];
    expect(after).to.have.length(before.length);
    let moved = 0;
    for (const [index, [path, text]] of before.entries()) {
      const [samePath, newText] = after[index]!;
      expect(samePath).to.equal(path);
      const time = parseTime(text);
      if (time === undefined) expect(newText, path).to.equal(text);
      else {
        expect(parseTime(newText), path).to.equal(time + hour);
        moved++;
      }
    }
    expect(moved).to.be.greaterThan(150);
  });
});
