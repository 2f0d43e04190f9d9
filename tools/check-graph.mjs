// Bundles every browser entry point and looks at what came in: no Node module, no Kubernetes client, and no editor where
// it was not asked for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const FORBIDDEN = /node_modules\/(?:@kubernetes\/client-node|undici)\//;
const EDITOR = /node_modules\/(?:codemirror|@codemirror|@lezer)\//;

const files = Object.values(exports).flatMap((target) => {
  // What is in frameworks/ has nothing of its own to run; ./elements/* are the classes behind ./define/*.
  if (!target.default || target.default.startsWith('./frameworks/')) return [];
  if (!target.default.includes('*')) return [target.default];
  if (target.default.includes('*/*')) return [];
  if (target.default.includes('*/')) {
    const [folder, rest] = target.default.split('*/');
    return readdirSync(folder)
      .map((name) => `${folder}${name}/${rest}`)
      .filter((file) => existsSync(file));
  }
  const folder = path.dirname(target.default);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js') && !name.startsWith('guarded'))
    .map((name) => `${folder}/${name}`);
});

let failed = 0;
for (const file of files) {
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: '.cache/graph',
    write: false,
    metafile: true,
    logLevel: 'silent',
  }).catch((error) => {
    console.error(`${file}: ${error.errors.map(({ text }) => text).join('; ')}`);
    failed++;
    return { metafile: { inputs: {}, outputs: {} } };
  });
  const bad = Object.keys(metafile.inputs).filter((input) => FORBIDDEN.test(input));
  // What is loaded at once: the entry's own output, and what that imports statically.
  const outputs = metafile.outputs;
  const eager = new Set();
  const visit = (output) => {
    if (!output || eager.has(output)) return;
    eager.add(output);
    for (const { path: next, kind } of outputs[output].imports) if (kind === 'import-statement') visit(next);
  };
  // What is imported on demand counts as an entry for esbuild, too.
  visit(Object.keys(outputs).find((output) => outputs[output].entryPoint === path.normalize(file)));
  const inputs = [...eager].flatMap((output) => Object.keys(outputs[output].inputs));
  bad.push(...inputs.filter((input) => EDITOR.test(input)));
  for (const input of new Set(bad)) console.error(`${file} carries ${input}`);
  failed += bad.length;
}
console.log(`${files.length} browser entry points looked at, ${failed} faults.`);
process.exit(failed > 0 ? 1 : 0);
