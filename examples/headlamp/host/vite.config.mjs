import path from 'node:path';
import { defineConfig } from 'vite';
// With the plug-ins of Headlamp's own configuration: its frontend is written for them.
import headlamp from '@kinvolk/headlamp-plugin/config/vite.config.mjs';

const lib = path.join(import.meta.dirname, '../node_modules/@kinvolk/headlamp-plugin/lib');

export default defineConfig({
  root: import.meta.dirname,
  // Without the one that writes the plugin's name into its translations.
  plugins: headlamp.plugins.flat(2).filter(({ name }) => name !== 'plugin-name-injection'),
  resolve: {
    alias: [...headlamp.resolve.alias, { find: /^@kinvolk\/headlamp-plugin\/lib\//, replacement: `${lib}/` }],
  },
  define: headlamp.define,
  build: { outDir: 'dist', emptyOutDir: true, minify: false, target: 'es2022', reportCompressedSize: false },
});
