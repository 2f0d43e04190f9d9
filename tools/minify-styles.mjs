// Makes the styles in built modules short: a bundler leaves what stands in a template as it is. Lines keep their numbers, so
// that source maps stay true.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

/** Templates with expressions are left alone: only what they hold when they run could be read. */
const STYLES = /\bcss ?`([^`$\\]*)`/g;

const linesOf = (text) => text.split('\n').length - 1;

/** The code with each constant `css` template minified. */
export function minifyStyles(code) {
  return code.replace(STYLES, (template, styles) => {
    const { code: short } = transformSync(styles, { loader: 'css', minify: true });
    return `css \`${short.trim()}\`${'\n'.repeat(linesOf(template))}`;
  });
}

/** Does so in every module below a folder. */
export function minifyStylesIn(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = path.join(folder, name);
    const code = readFileSync(file, 'utf8');
    const short = minifyStyles(code);
    if (short !== code) writeFileSync(file, short);
  }
}
