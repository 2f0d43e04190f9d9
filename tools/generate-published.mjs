// `npm run manifest`, second half: what is made from custom-elements.json. `--check` only says what is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { frameworkFiles } from './published/framework-types.mjs';
import { assistantFiles } from './published/llms.mjs';
import { readModel } from './published/model.mjs';

const model = readModel();
const files = { ...frameworkFiles(model), ...assistantFiles(model) };

const style = await resolveConfig('package.json');
let stale = 0;
for (const [file, text] of Object.entries(files)) {
  const made = /\.(?:js|ts|json|md)$/.test(file) ? await format(text, { ...style, filepath: file }) : text;
  if (existsSync(file) && readFileSync(file, 'utf8') === made) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is stale: run "npm run manifest" and commit it.`);
    stale++;
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, made);
  }
}
process.exit(stale > 0 ? 1 : 0);
