import { expect } from 'chai';
import { MemoryCluster } from '../../../src/data-source/memory/index.js';
import type { WriteOptions } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { errorOf, namespace } from './memory-helpers.js';
import { RECORDED_CASES } from './memory-recorded-cases.js';

describe('memory cluster: answers as the recorded API server', () => {
  const cluster = new MemoryCluster({ objects: [namespace('demo')], webhooks: false, operator: false });
  const source = cluster.dataSource();

  for (const recorded of RECORDED_CASES)
    it(`${recorded.code} ${recorded.name}`, async () => {
      const { metadata, ...rest } = recorded.object;
      const object = {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        ...rest,
        metadata: { namespace: 'demo', ...(metadata as object) },
      } as BackupStorage;
      const { fieldValidation = 'Strict' } = recorded;
      const before = cluster.resourceVersion;
      const answer = source.create(BACKUP_STORAGES, object, {
        dryRun: true,
        ...(fieldValidation === null
          ? {}
          : { fieldValidation: fieldValidation as WriteOptions['fieldValidation'] & string }),
      });
      if (recorded.code === 201) {
        const written = await answer;
        expect(written.object.spec ?? null).to.deep.equal(recorded.stored);
        expect(written.warnings).to.deep.equal(recorded.warnings ?? []);
      } else {
        const error = await errorOf(answer);
        expect(error.message).to.equal(recorded.message);
        expect(error).to.include({ status: recorded.code, reason: recorded.reason, outcome: 'not-applied' });
        expect(error.causes.map(({ field }) => field)).to.deep.equal(recorded.fields ?? []);
      }
      expect(cluster.resourceVersion).to.equal(before);
    });
});
