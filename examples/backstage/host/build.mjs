// The app around the plugin, as files.
import { build } from 'esbuild';
import { cpSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');
await build({
  entryPoints: { main: path.join(folder, 'host/main.tsx') },
  outdir: path.join(folder, 'host/dist'),
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
  logLevel: 'error',
});
cpSync(path.join(folder, 'host/index.html'), path.join(folder, 'host/dist/index.html'));
