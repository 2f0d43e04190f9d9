// Which fonts the pinned browser sees: those of a package, and none of the machine's.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

const alias = (generic, family) =>
  `<match target="pattern"><test name="family"><string>${generic}</string></test><edit name="family" mode="assign" binding="strong"><string>${family}</string></edit></match>`;

/** Writes a fontconfig file for one run, and returns its path. */
export function pinnedFonts() {
  const folder = mkdtempSync(path.join(tmpdir(), 'visual-fonts-'));
  mkdirSync(path.join(folder, 'cache'));
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<dir>${fonts}</dir><cachedir>${path.join(folder, 'cache')}</cachedir>
${['system-ui', 'sans-serif', 'ui-sans-serif'].map((one) => alias(one, 'DejaVu Sans')).join('\n')}
${['monospace', 'ui-monospace'].map((one) => alias(one, 'DejaVu Sans Mono')).join('\n')}
</fontconfig>`,
  );
  return file;
}
