import { expect } from 'chai';
import { FormInWords } from '../../../src/controllers/form/form-in-words.js';
import { loadFormSchema } from '../../../src/controllers/form/form-loading.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { en } from '../../../src/locales/en/index.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';

const never = new AbortController().signal;
const sourceWith = (schema: DataSource['schema']) => ({ schema }) as DataSource;

describe('the form', () => {
  it('is made of our schema when the cluster’s does not come', async () => {
    const silent = sourceWith(() => new Promise(() => {}));
    const loaded = await loadFormSchema(silent, BACKUP_STORAGES, undefined, never, 20);
    expect(loaded.source).to.equal('fallback');
    const { form } = new FormInWords(
      () => en,
      () => {},
    ).of(loaded, undefined)!;
    expect(form.providers.map(({ label }) => label)).to.include('S3');
  });

  it('of another kind cannot be made without its schema, and says why', async () => {
    const refusing = sourceWith(() => Promise.reject(new Error('no')));
    const type = { ...BACKUP_STORAGES, group: 'velero.io', kind: 'BackupStorageLocation' };
    let thrown: unknown;
    await loadFormSchema(refusing, type, undefined, never, 20).catch((error: unknown) => (thrown = error));
    expect(String(thrown)).to.contain('no');
  });
});
