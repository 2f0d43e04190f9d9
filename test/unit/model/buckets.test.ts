import { expect } from 'chai';
import { isUsualName, type CloudName } from '../../../src/model/buckets.js';

const USUAL: Record<CloudName, string[]> = {
  s3: ['lab', 'acme-demo.backups', '123', 'a'.repeat(63), '1.2.3'],
  gcs: ['lab', 'acme_demo', 'a.b', '12345', `${'a'.repeat(63)}.${'b'.repeat(63)}`],
  container: ['abc', 'db-backups', '12345', 'a'.repeat(63)],
  storageAccount: ['abc', 'acmedemo1', 'a'.repeat(24)],
};
const UNUSUAL: Record<CloudName, string[]> = {
  s3: ['', 'ab', 'Lab', 'la_b', '-lab', 'lab-', 'a..b', '192.168.5.4', 'büro', 'a b', 'a/b', 'a'.repeat(64)],
  gcs: ['', 'ab', 'Lab', '_lab', 'lab_', 'a..b', '.a', `${'a'.repeat(64)}.b`, 'a b'],
  container: ['', 'ab', 'db--backups', '-db', 'db-', 'Db', 'd_b', 'd.b', 'a'.repeat(64)],
  storageAccount: ['', 'ab', 'Acme', 'acme-demo', 'a'.repeat(25)],
};

describe('isUsualName', () => {
  for (const kind of Object.keys(USUAL) as CloudName[]) {
    for (const name of USUAL[kind]) it(`${kind}: ${name} is usual`, () => expect(isUsualName(kind, name)).to.be.true);
    for (const name of UNUSUAL[kind])
      it(`${kind}: ${JSON.stringify(name)} is not`, () => expect(isUsualName(kind, name)).to.be.false);
  }

  it('does not run away with a long name', () => {
    const started = performance.now();
    for (const kind of Object.keys(USUAL) as CloudName[]) isUsualName(kind, `${'a-'.repeat(50_000)}!`);
    expect(performance.now() - started).to.be.lessThan(1_000);
  });
});
