// `npm run bench`: measures everything, or what is named: list, form, manifest, bytes, data. `--quick` runs every contender
// once at a small size and asserts only that the right words are on the screen; `--runs 7` takes more runs than five;
// `--sizes 100,10000` measures the list at these sizes only; `--only ours,vanilla` measures these contenders only.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchRoot, outRoot } from './lib/build.mjs';
import { startBrowser } from './lib/browser.mjs';
import { bytesTable, tableOf } from './lib/report.mjs';

const AREAS = ['list', 'form', 'manifest', 'bytes', 'data'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    sizes: { type: 'string' },
    only: { type: 'string' },
  },
});
const areas = positionals.length > 0 ? positionals : AREAS;
for (const area of areas) if (!AREAS.includes(area)) throw new Error(`What is "${area}"? Known: ${AREAS.join(', ')}.`);

const { quick } = values;
const options = {
  quick,
  runs: Number(values.runs ?? (quick ? 1 : 5)),
  only: values.only?.split(','),
  sizes: values.sizes?.split(',').map(Number),
  say: (what) => console.error(what),
};

if (areas.some((area) => area !== 'bytes') && !existsSync(path.join(benchRoot, 'node_modules')))
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'], {
    cwd: benchRoot,
    stdio: 'inherit',
  });
if (!process.env.BENCH_KEEP_BUILD)
  execFileSync(process.execPath, ['tools/build.mjs'], {
    cwd: path.join(benchRoot, '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const results = path.join(benchRoot, 'results');
mkdirSync(results, { recursive: true });
if (areas.some((area) => ['list', 'form', 'manifest'].includes(area)))
  rmSync(outRoot, { recursive: true, force: true });
const browser = areas.some((area) => ['list', 'form', 'manifest'].includes(area)) ? await startBrowser() : undefined;
const machine = {
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  memoryGB: Math.round(os.totalmem() / 2 ** 30),
  node: process.version,
  ...(browser ? { browser: browser.version } : {}),
};

const MEASURES = {
  list: () =>
    import('./list/scenario.mjs').then(({ measure }) => measure(browser, { ...options, keep: keepAs('list') })),
  form: () => import('./form/scenario.mjs').then(({ measure }) => measure(browser, options)),
  manifest: () => import('./manifest/scenario.mjs').then(({ measure }) => measure(browser, options)),
  data: () => import('./data/scenario.mjs').then(({ measure }) => measure(options)),
  bytes: () => import('./bytes.mjs').then(({ measureBytes }) => measureBytes()),
};

/** Writes what was measured, as JSON and as a table; answers the table with its heading. */
function write(area, measured) {
  const isBytes = area === 'bytes';
  const budget = JSON.parse(readFileSync(path.join(benchRoot, 'budget.json'), 'utf8'));
  const table = isBytes ? bytesTable(measured, budget) : tableOf(measured);
  const on = `${machine.cpu}, ${machine.cores} cores, ${machine.browser ?? `Node ${machine.node}`}`;
  const text = isBytes ? table : `${on}; medians\n\n${table}`;
  const file = path.join(results, `${area}${quick ? '-quick' : ''}`);
  writeFileSync(`${file}.json`, `${JSON.stringify({ machine, results: measured }, null, 2)}\n`);
  writeFileSync(`${file}.md`, text);
  return `\n## ${area}\n\n${text}`;
}

/** A long measurement that is stopped leaves what it had. */
const keepAs = (area) => (measured) => write(area, measured);

try {
  for (const area of areas) console.log(write(area, await MEASURES[area]()));
} finally {
  await browser?.close();
}
