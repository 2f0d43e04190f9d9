// Builds dist/: one ES module for each source module with types and source maps, and the CDN bundle.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minifyStylesIn } from './minify-styles.mjs';

const GENERATED = 'schema/bundled/generated';
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });

rmSync('dist', { recursive: true, force: true });
run(process.execPath, '--import', 'tsx', 'tools/generate-validators.mjs');
// Node's part first: what it shares with the browser's is written again by that, with declarations.
run(process.execPath, 'node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.gateway.json');
run(process.execPath, 'node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.json');
minifyStylesIn('dist/elements');
cpSync(path.join('src', GENERATED), path.join('dist', GENERATED), { recursive: true });
if (existsSync('src/themes')) cpSync('src/themes', 'dist/themes', { recursive: true });

// Everything that is imported on demand (the editor, the schema, the adapters) becomes a chunk beside the entry, found
// relative to it wherever the files are served from.
await build({
  // Beside the tags, what a page needs that makes its own data source: the two share their modules.
  entryPoints: {
    'backupstorage-elements': 'dist/define.js',
    'data-source/kubernetes': 'dist/data-source/kubernetes.js',
  },
  outdir: 'dist/cdn',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  // A module is always read as UTF-8. Escaped, words in Arabic or Japanese would have twice the size.
  charset: 'utf8',
  sourcemap: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
});

// Hashes for `integrity`: of the entries on a script tag, of the chunks in an import map (docs/cdn.md).
const integrity = {};
const files = readdirSync('dist/cdn', { recursive: true }).filter((name) => name.endsWith('.js'));
for (const name of files.sort()) {
  const bytes = readFileSync(path.join('dist/cdn', name));
  integrity[name] = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const kib = (length) => `${(length / 1024).toFixed(1)} KiB`;
  const hash = name.startsWith('chunks/') ? '' : `\n  integrity ${integrity[name]}`;
  console.log(`${name}: ${kib(bytes.length)}, gzip ${kib(gzipSync(bytes, { level: 9 }).length)}${hash}`);
}
writeFileSync('dist/cdn/integrity.json', `${JSON.stringify(integrity, undefined, 2)}\n`);
