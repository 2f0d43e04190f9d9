/** The package as `npm pack` makes it: what it holds, what a bundler takes of it, and what Node makes of it. */
import { expect } from 'chai';
import { build as esbuild } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as vite, type Rolldown } from 'vite';
import { pack } from '../../tools/pack.mjs';

type Target = Readonly<Record<string, string>> | string;

/** What a page that shows the list only must never be given, however it is imported. */
const NOT_FOR_A_LIST = [
  // Not their event classes: esbuild keeps these few lines when it does not split.
  /\/elements\/backupstorage-(?:create-form|detail|manifest-preview)\/(?!events\.js$)/,
  /\/elements\/parts\/(?:code-editor|manifest-|storage-actions|schema-fields)/,
  /\/controllers\/(?:form|actions|manifest)\//,
  /\/dist\/(?:schema|manifest|samples)\//,
  /\/dist\/data-source\/(?:memory|conformance|hosts)\//,
  /\/node_modules\/(?:codemirror|@codemirror|@lezer|yaml|ajv|@marcbachmann)\//,
];
const DEFINE_IT = "\ncustomElements.define('my-list', BackupStorageList);";
const LIST_ONLY: readonly { what: string; code: string; splitting: boolean }[] = [
  {
    what: 'the class, from the barrel',
    code: `import { BackupStorageList } from 'backupstorage-elements';${DEFINE_IT}`,
    // esbuild keeps what a module imports that is alive for another chunk's sake: docs/frameworks.md.
    splitting: false,
  },
  {
    what: 'the class, from its own entry point',
    code: `import { BackupStorageList } from 'backupstorage-elements/elements/backupstorage-list';${DEFINE_IT}`,
    splitting: true,
  },
  { what: 'the tag', code: "import 'backupstorage-elements/define/backupstorage-list';", splitting: true },
];

const ELEMENTS = ['create-form', 'data-source', 'detail', 'list', 'manifest-preview'].map(
  (name) => `backupstorage-${name}`,
);

describe('the packed package', () => {
  let packed: ReturnType<typeof pack>;
  let exports: Readonly<Record<string, Target>>;

  before(function () {
    this.timeout(120_000);
    packed = pack('tarball-test');
    ({ exports } = JSON.parse(readFileSync(path.join(packed.unpacked, 'package.json'), 'utf8')) as {
      exports: Record<string, Target>;
    });
  });

  const entryFile = (name: string, code: string) => {
    const file = path.join(packed.host, `${name}.js`);
    writeFileSync(file, code);
    return file;
  };

  /** Every entry point, those with `*` written out. */
  const entries = (condition: 'node' | 'default') =>
    Object.entries(exports).flatMap(([entry, target]) => {
      const file = typeof target === 'string' ? target : (target[condition] ?? target['default']);
      if (!file) return [];
      if (!entry.includes('*')) return [entry];
      // Each element has a folder of its name.
      if (entry === './elements/*') return ELEMENTS.map((tag) => entry.replace('*', tag));
      const [folder, ending] = file.split('*') as [string, string];
      return readdirSync(path.join(packed.unpacked, folder))
        .filter((name) => name.endsWith(ending))
        .map((name) => entry.replace('*', name.slice(0, -ending.length)));
    });

  it('has every file that an entry point names, and the description of its elements for editors and assistants', () => {
    for (const target of Object.values(exports))
      for (const file of typeof target === 'string' ? [target] : Object.values(target))
        if (!file.includes('*')) expect(packed.files, file).to.include(path.posix.normalize(file));
    expect(packed.files).to.include.members([
      'custom-elements.json',
      'backupstorage-elements.json',
      'llms.txt',
      'llms-full.txt',
      'web-types.json',
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
    ]);
  });

  it('has no source, no test and no file of the workshop', () => {
    const strange = packed.files.filter(
      (file) => !/^(?:dist|console|frameworks|docs)\/|^[\w.-]+\.(?:json|md|txt)$|^LICENSE$|^NOTICE$/.test(file),
    );
    expect(strange).to.deep.equal([]);
  });

  for (const { what, code, splitting } of LIST_ONLY) {
    const name = what.replace(/\W+/g, '-');

    it(`gives esbuild no form and no editor for ${what}`, async () => {
      const { metafile, outputFiles } = await esbuild({
        entryPoints: [entryFile(name, code)],
        bundle: true,
        splitting,
        minify: true,
        format: 'esm',
        outdir: path.join(packed.host, 'esbuild'),
        write: false,
        metafile: true,
        logLevel: 'silent',
      });
      // What is loaded at once or later: esbuild also writes chunks that nothing imports any more.
      const reached = new Set<string>();
      const visit = (output: string): void => {
        if (reached.has(output)) return;
        reached.add(output);
        for (const next of metafile.outputs[output]!.imports) visit(next.path);
      };
      visit(
        Object.keys(metafile.outputs).find((output) => metafile.outputs[output]!.entryPoint?.endsWith(`${name}.js`))!,
      );
      judge(
        [...reached].flatMap((output) =>
          Object.entries(metafile.outputs[output]!.inputs).flatMap(([id, { bytesInOutput }]) =>
            bytesInOutput > 0 ? [id] : [],
          ),
        ),
        outputFiles
          .filter(({ path: file }) => [...reached].some((output) => file.endsWith(path.basename(output))))
          .map(({ contents }) => contents),
        `esbuild, ${what}`,
      );
    });

    it(`gives Vite no form and no editor for ${what}`, async function () {
      this.timeout(120_000);
      const built = (await vite({
        configFile: false,
        root: packed.host,
        logLevel: 'silent',
        build: { write: false, lib: { entry: entryFile(name, code), formats: ['es'] }, minify: true },
      })) as Rolldown.RolldownOutput[];
      const chunks = built.flatMap(({ output }) => output).filter((made) => made.type === 'chunk');
      const modules = chunks.flatMap((chunk) =>
        Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
      );
      judge(
        modules,
        chunks.map((chunk) => Buffer.from(chunk.code)),
        `Vite, ${what}`,
      );
    });
  }

  function judge(modules: readonly string[], files: readonly Uint8Array[], title: string): void {
    // It is the list's bundle at all.
    expect(modules.some((id) => id.endsWith('/backupstorage-list/backupstorage-list.js'))).to.equal(true);
    for (const forbidden of NOT_FOR_A_LIST)
      expect(
        modules.filter((id) => forbidden.test(id)),
        String(forbidden),
      ).to.deep.equal([]);
    const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
    console.log(`    ${title}: ${modules.length} modules, ${(bytes / 1024).toFixed(1)} KiB gzip`);
  }

  it('can be imported in Node, where there are no custom elements', function () {
    this.timeout(120_000);
    // Frameworks' own entries need the framework, and the CDN file is for pages.
    const names = entries('node').filter(
      (entry) => !/^\.\/(?:react\/|angular)|\.(?:json|css|txt)$|^\.\/cdn/.test(entry),
    );
    expect(names).to.include.members(['.', './define', './define/backupstorage-list', './define/define-elements']);
    const script = entryFile(
      'import-all',
      `if (typeof customElements !== 'undefined' || typeof document !== 'undefined') throw new Error('a browser');
for (const name of ${JSON.stringify(names)}) {
  try {
    await import(name.replace(/^\\./, 'backupstorage-elements'));
    console.log(name);
  } catch (error) {
    console.error(name, error);
    process.exitCode = 1;
  }
}
const { defineElements } = await import('backupstorage-elements/define/define-elements');
defineElements({ prefix: 'acme' });`,
    );
    // Ended by itself: nothing that was imported keeps Node alive.
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 60_000 });
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    expect(stdout.trim().split('\n')).to.deep.equal(names);
  });

  for (const entry of ['./define/backupstorage-list', './define/backupstorage-create-form', './define'])
    it(`can be imported in Node by ${entry} first`, () => {
      const script = entryFile('import-one', `await import('${entry.replace('.', 'backupstorage-elements')}');`);
      const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 60_000 });
      expect(stderr).to.equal('');
      expect(status).to.equal(0);
    });
});
