// Rancher's page around the extension: its own style sheets, Vue as it shares it, and a frame that is written here.
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as sass from 'sass';

const folder = path.resolve(import.meta.dirname, '..');
const dist = path.join(folder, 'host/dist');
const modules = path.join(folder, 'node_modules');
mkdirSync(dist, { recursive: true });

/** `~package/…` and `~shell/…`, as Rancher's own build resolves them. */
const importer = {
  findFileUrl(url) {
    if (!/^[~@]/.test(url)) return null;
    const name = url.replace(/^~?@?shell\//, '@rancher/shell/').replace(/^~/, '');
    return pathToFileURL(path.join(modules, name));
  },
};
const { css } = sass.compileString(`@use 'sass:math'; @import '@shell/assets/styles/app.scss';`, {
  importers: [importer],
  loadPaths: [modules],
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'slash-div', 'mixed-decls', 'function-units'],
  quietDeps: true,
  logger: sass.Logger.silent,
});
writeFileSync(path.join(dist, 'rancher.css'), css);

await build({
  entryPoints: { main: path.join(folder, 'host/main.ts') },
  outdir: dist,
  bundle: true,
  format: 'iife',
  target: 'es2022',
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  alias: { vue: 'vue/dist/vue.esm-bundler.js' },
  logLevel: 'error',
});
