import { expect } from 'chai';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SCRIPT = `
  import { backupStorageSchema } from './src/schema/bundled/backup-storage.ts';
  import { compileWithAjv } from './src/schema/ajv.ts';
  import { loadValidator } from './src/schema/validator.ts';
  const keywords = [];
  const other = { ...backupStorageSchema(), 'x-kubernetes-validations': [{ rule: 'self.spec.default != "x"' }] };
  other.properties = { ...other.properties, extra: { type: 'string' } };
  for (const schema of [backupStorageSchema(), other]) {
    const validate = await loadValidator(schema);
    if (validate.uncheckedRules) keywords.push('unchecked');
    validate({ spec: { deletionPolicy: 'Foo', default: 'x' } });
    keywords.push(validate.errors.map(({ keyword }) => keyword));
  }
  let ajv = 'compiled';
  try { compileWithAjv({ type: 'object' }); } catch (error) { ajv = error.name; }
  const ruled = await loadValidator({ type: 'object', properties: { n: { type: 'integer' } }, 'x-kubernetes-validations': [{ rule: 'self.n > 1' }] });
  ruled({ n: 1 });
  keywords.push(ruled.errors.map(({ keyword }) => keyword));
  console.log(JSON.stringify({ keywords, ajv }));
`;

const POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Ours, one that differs, and one with a rule; then what was reported, before and after an attempt. */
const PAGE_SCRIPT = `
  import { backupStorageSchema } from './src/schema/bundled/backup-storage.ts';
  import { loadValidator } from './src/schema/validator.ts';
  const next = () => new Promise((resolve) => setTimeout(resolve, 100));
  async function run() {
    let violations = 0;
    document.addEventListener('securitypolicyviolation', () => (violations += 1));
    const ours = backupStorageSchema();
    const other = { ...ours, properties: { ...ours.properties, extra: { type: 'string' } } };
    const ruled = { type: 'object', properties: { n: { type: 'integer' } }, 'x-kubernetes-validations': [{ rule: 'self.n > 1' }] };
    const keywords = [];
    for (const [schema, value] of [
      [{ ...ours, description: 'd' }, { spec: { deletionPolicy: 'Foo' } }],
      [other, { spec: { deletionPolicy: 'Foo', default: 'x' } }],
      [ruled, { n: 1 }],
    ]) {
      const validate = await loadValidator(schema);
      validate(value);
      keywords.push(validate.errors.map(({ keyword }) => keyword));
    }
    await next();
    const before = violations;
    try { new Function(''); } catch {}
    await next();
    globalThis.result = { keywords, violations: [before, violations] };
  }
  run().catch((error) => (globalThis.result = { keywords: String(error) }));
`;

describe('schema: where code from strings is forbidden', function () {
  this.timeout(20_000);

  it('validates the bundled schema and any other, rules included, without ajv', () => {
    const flags = ['--disallow-code-generation-from-strings', '--import', 'tsx', '--input-type=module'];
    const output = execFileSync(process.execPath, [...flags, '--eval', SCRIPT], { cwd: ROOT, encoding: 'utf8' });
    expect(JSON.parse(output)).to.deep.equal({
      keywords: [['enum', 'type'], ['enum', 'type'], ['x-kubernetes-validations']],
      ajv: 'EvalError',
    });
  });

  it('is not found out by trying: no browser reports a violation', async () => {
    const result = await build({
      stdin: { contents: PAGE_SCRIPT, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    const script = result.outputFiles[0]!.text;
    const server = createServer(({ url }, answer) => {
      answer.setHeader('Content-Security-Policy', POLICY);
      answer.setHeader('Content-Type', url === '/script.js' ? 'text/javascript' : 'text/html');
      answer.end(url === '/script.js' ? script : '<!doctype html><script src="/script.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await launch({ executablePath: await findBrowser(), args: browserArgs });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction('globalThis.result !== undefined', { polling: 100 });
      const { keywords, violations } = (await page.evaluate('globalThis.result')) as Record<string, unknown>;
      expect(keywords).to.deep.equal([['enum'], ['enum', 'type'], ['x-kubernetes-validations']]);
      // One, of the attempt that the page makes itself at last: they are counted.
      expect(violations).to.deep.equal([0, 1]);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
