import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SCRIPT = `
  import { backupStorageSchema } from './src/schema/bundled/backup-storage.ts';
  import { compileWithAjv } from './src/schema/ajv.ts';
  import { loadValidator } from './src/schema/validator.ts';
  const keywords = [];
  for (const bundled of [true, false]) {
    const validate = await loadValidator(bundled ? backupStorageSchema() : { ...backupStorageSchema() }, { bundled });
    validate({ spec: { deletionPolicy: 'Foo', default: 'x' } });
    keywords.push(validate.errors.map(({ keyword }) => keyword));
  }
  let ajv = 'compiled';
  try { compileWithAjv({ type: 'object' }); } catch (error) { ajv = error.name; }
  console.log(JSON.stringify({ keywords, ajv }));
`;

describe('schema: where code from strings is forbidden', function () {
  this.timeout(20_000);

  it('validates the bundled schema and any other, without ajv', () => {
    const flags = ['--disallow-code-generation-from-strings', '--import', 'tsx', '--input-type=module'];
    const output = execFileSync(process.execPath, [...flags, '--eval', SCRIPT], { cwd: ROOT, encoding: 'utf8' });
    expect(JSON.parse(output)).to.deep.equal({
      keywords: [
        ['enum', 'type'],
        ['enum', 'type'],
      ],
      ajv: 'EvalError',
    });
  });
});
