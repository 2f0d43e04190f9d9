// Bundles a contender with the code that drives it, as its production build would be: minified, NODE_ENV=production.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const benchRoot = fileURLToPath(new URL('..', import.meta.url));
export const outRoot = path.join(benchRoot, '.out');

/** Code that runs in the page; answers the folder it is in, below the server's root. */
export async function bundle(name, code, options = {}) {
  const outdir = path.join(outRoot, name);
  mkdirSync(outdir, { recursive: true });
  const result = await build({
    stdin: { contents: code, resolveDir: benchRoot, sourcefile: `${name}.js`, loader: 'jsx' },
    outdir,
    entryNames: 'main',
    chunkNames: 'chunk-[hash]',
    assetNames: 'asset-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    metafile: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file' },
    logLevel: 'error',
    ...options,
  });
  return { path: `/${name}/main.js`, metafile: result.metafile };
}
