// `npm run check`: everything that must hold besides the tests. Runs all of it and tells at the end what failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const GENERATED = [
  'custom-elements.json',
  'web-types.json',
  'vscode.html-custom-data.json',
  'vscode.css-custom-data.json',
];

const LOCKS = ['.', ...readdirSync('test/embedding').map((name) => `test/embedding/${name}`)]
  .map((folder) => `${folder}/package-lock.json`)
  .filter(existsSync);

const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
const bin = (name, ...args) => run(`node_modules/.bin/${name}`, ...args);
const node = (...args) => run(process.execPath, ...args);

/** Makes the generated files anew, and puts back what was there: a check changes nothing. */
function manifestIsFresh() {
  const before = GENERATED.map((file) => readFileSync(file, 'utf8'));
  const made = spawnSync('node_modules/.bin/cem', ['analyze', '--quiet'], { encoding: 'utf8' });
  const stale = GENERATED.filter((file, index) => readFileSync(file, 'utf8') !== before[index]);
  GENERATED.forEach((file, index) => writeFileSync(file, before[index]));
  if (made.status !== 0) console.error(made.stdout + made.stderr);
  for (const file of stale) console.error(`${file} is stale: run "npm run manifest" and commit it.`);
  return made.status === 0 && stale.length === 0;
}

const checks = {
  'lock files': () => LOCKS.every((file) => node('tools/lockcheck.mjs', file)),
  'sample objects are fresh': () => node('tools/build-samples.mjs', '--check'),
  'bundled schema equals the CRDs': () => node('--import', 'tsx', 'tools/check-crds.mjs'),
  'generated validator': () => node('--import', 'tsx', 'tools/generate-validators.mjs'),
  format: () => bin('prettier', '--check', '--log-level', 'warn', '.'),
  lint: () => bin('eslint', '.', '--max-warnings', '0'),
  types: () => node('node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.test.json'),
  'custom-elements.json is fresh': manifestIsFresh,
  'what is made from it is fresh': () => node('tools/generate-published.mjs', '--check'),
  build: () => node('tools/build.mjs'),
  'public types stand alone': () => node('tools/check-types.mjs'),
  'browser entries carry no Node module': () => node('tools/check-graph.mjs'),
  'byte budget': () => node('bench/bytes.mjs'),
  'the packed package': () => node('tools/check-package.mjs'),
};

const failed = [];
for (const [name, check] of Object.entries(checks)) {
  console.log(`\n--- ${name}`);
  if (!check()) failed.push(name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : `\nAll ${Object.keys(checks).length} checks hold.`);
process.exit(failed.length > 0 ? 1 : 0);
