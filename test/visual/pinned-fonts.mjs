// Which fonts the pinned browser sees: four of a package, and none of the machine's. Whatever a page asks for, it gets one
// of them.
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'];
const MONOSPACE = ['monospace', 'ui-monospace'];
const source = path.join(path.dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

const alias = (generic) =>
  `<alias binding="same"><family>${generic}</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>`;

/** Writes the fonts and a fontconfig file for one run, and returns the file's path. */
export function pinnedFonts() {
  const folder = mkdtempSync(path.join(tmpdir(), 'visual-fonts-'));
  const fonts = path.join(folder, 'fonts');
  mkdirSync(fonts);
  for (const file of FILES) copyFileSync(path.join(source, file), path.join(fonts, file));
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<dir>${fonts}</dir><cachedir>${path.join(folder, 'cache')}</cachedir>
${MONOSPACE.map(alias).join('\n')}
</fontconfig>`,
  );
  return file;
}
