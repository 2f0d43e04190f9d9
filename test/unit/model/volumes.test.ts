import { expect } from 'chai';
import type { BackupStorage } from '../../../src/model/types.js';
import { volumeSourcesOf } from '../../../src/model/volumes.js';

const local = (block: unknown) => ({ spec: { storage: { provider: 'local', local: block } } }) as BackupStorage;

describe('volumeSourcesOf', () => {
  it('are the objects in the block', () => {
    const block = {
      mountPath: '/data',
      subPath: 'a',
      maxConnections: 1,
      nfs: { server: 's', path: '/' },
      emptyDir: {},
    };
    expect(volumeSourcesOf(local(block))).to.deep.equal(['nfs', 'emptyDir']);
    expect(volumeSourcesOf(local({ mountPath: '/data', hostPath: null }))).to.deep.equal([]);
  });

  for (const block of [undefined, null, 'x', 1, true, ['a'], [{}]])
    it(`are none in ${JSON.stringify(block)}`, () => expect(volumeSourcesOf(local(block))).to.deep.equal([]));
});
