import path from 'node:path';
import { defineConfig } from 'vite';
// With the plug-ins of Headlamp's own configuration, which its frontend is written for.
import headlamp from '@kinvolk/headlamp-plugin/config/vite.config.mjs';

const lib = path.join(import.meta.dirname, '../node_modules/@kinvolk/headlamp-plugin/lib');
/** Those that are for plugins only: Headlamp's own code has its pictures as addresses, and its translations as they are. */
const OF_PLUGINS = ['plugin-name-injection', 'vite-plugin-svgr'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: headlamp.plugins.flat(2).filter(({ name }) => !OF_PLUGINS.includes(name)),
  resolve: {
    alias: [...headlamp.resolve.alias, { find: /^@kinvolk\/headlamp-plugin\/lib\//, replacement: `${lib}/` }],
  },
  define: headlamp.define,
  build: { outDir: 'dist', emptyOutDir: true, minify: false, target: 'es2022', reportCompressedSize: false },
});
