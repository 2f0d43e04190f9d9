// What a page loads: each entry point bundled and minified as a host's bundler would do it, and the CDN files. Needs no
// peers. Run by itself it compares them with budget.json, and fails above a limit.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const kB = (bytes) => Math.round(bytes / 100) / 10;

const weigh = (contents) => ({
  bytes: contents.length,
  gzip: gzipSync(contents, { level: 9 }).length,
  brotli: brotliCompressSync(contents).length,
});

function sum(weights) {
  const total = { bytes: 0, gzip: 0, brotli: 0 };
  for (const weight of weights) for (const name of Object.keys(total)) total[name] += weight[name];
  return total;
}

/** The outputs that come with the entry, without those that are loaded when they are first needed. */
function parts(metafile, file) {
  // What is imported on demand counts as an entry for esbuild, too.
  const entry = Object.keys(metafile.outputs).find((output) => metafile.outputs[output].entryPoint === file);
  const eager = new Set();
  const visit = (output) => {
    if (eager.has(output)) return;
    eager.add(output);
    for (const { path: next, kind, external } of metafile.outputs[output].imports)
      if (kind === 'import-statement' && !external) visit(next);
  };
  visit(entry);
  return eager;
}

async function entryWeight(file) {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(dist, file)],
    absWorkingDir: root,
    outdir: '.cache/bytes',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const eager = parts(metafile, `dist/${file}`);
  const weights = outputFiles
    .filter(({ path: name }) => name.endsWith('.js'))
    .map((output) => ({ isEager: eager.has(path.relative(root, output.path)), ...weigh(output.contents) }));
  return sum(weights.filter(({ isEager }) => isEager));
}

/** Browser entry points of the package, by the name they are imported by. */
function entries() {
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([name, target]) => {
    const file = target.default;
    if (!file?.startsWith('./dist/') || !file.endsWith('.js') || target.node || name === './cdn') return [];
    // The classes alone weigh what their registration does.
    if (name === './elements/*') return [];
    const label = name === '.' ? 'index' : name.slice(2);
    if (file.includes('/*/')) {
      const [folder, rest] = file.replace('./', '').split('*/');
      return readdirSync(path.join(root, folder), { withFileTypes: true })
        .filter((one) => one.isDirectory() && existsSync(path.join(root, folder, one.name, rest)))
        .map((one) => [label.replace('*', one.name), `${folder.replace('dist/', '')}${one.name}/${rest}`]);
    }
    if (!file.includes('*')) return [[label, file.replace('./dist/', '')]];
    return readdirSync(path.join(root, path.dirname(file)))
      .filter((one) => one.endsWith('.js') && !one.startsWith('guarded'))
      .map((one) => [label.replace('*', one.slice(0, -3)), `${path.dirname(file).replace('./dist/', '')}/${one}`]);
  });
}

/** The CDN build: what comes at once, what comes with the editor, and everything else there is. */
function cdnWeights() {
  const folder = path.join(dist, 'cdn');
  const source = (name) => readFileSync(path.join(folder, name), 'utf8');
  const importsOf = (name, pattern) =>
    [...source(name).matchAll(pattern)].map((match) => path.join(path.dirname(name), match[1]));
  const eager = new Set();
  const visit = (name) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const next of importsOf(name, /(?:from|import)\s*"(\.[^"]+\.js)"/g)) visit(next);
  };
  visit('backupstorage-elements.js');
  const chunks = readdirSync(path.join(folder, 'chunks')).filter((name) => name.endsWith('.js'));
  const editor = chunks.filter((name) => name.startsWith('codemirror-')).map((name) => `chunks/${name}`);
  const validators = chunks.filter((name) => name.startsWith('ajv-')).map((name) => `chunks/${name}`);
  const all = ['backupstorage-elements.js', ...chunks.map((name) => `chunks/${name}`)];
  const weight = (names) => sum(names.map((name) => weigh(readFileSync(path.join(folder, name)))));
  return {
    'cdn: at once': weight([...eager]),
    'cdn: editor': weight(editor),
    'cdn: ajv, for schemas met at run time': weight(validators),
    'cdn: everything but the editor and ajv': weight(
      all.filter((name) => !editor.includes(name) && !validators.includes(name)),
    ),
  };
}

export async function measureBytes() {
  const weights = {};
  for (const [name, file] of entries()) weights[name] = await entryWeight(file);
  return { ...weights, ...cdnWeights() };
}

/** The lines of what is above its limit, and of what has none. */
export function faultsOf(weights, { limits }) {
  return Object.entries(weights).flatMap(([name, { gzip }]) => {
    const limit = limits[name]?.limit;
    if (limit === undefined) return [`${name}: no limit in bench/budget.json (it has ${kB(gzip)} kB gzip)`];
    return kB(gzip) > limit ? [`${name}: ${kB(gzip)} kB gzip, the limit is ${limit}`] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const weights = await measureBytes();
  const budget = JSON.parse(readFileSync(path.join(root, 'bench', 'budget.json'), 'utf8'));
  const faults = faultsOf(weights, budget);
  for (const [name, { gzip, brotli }] of Object.entries(weights))
    console.log(`${name}: gzip ${kB(gzip)} kB, brotli ${kB(brotli)} kB, limit ${budget.limits[name]?.limit}`);
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
