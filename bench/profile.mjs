// Where the time of one action goes: `node bench/profile.mjs sort` (or first, filter, burst, moving, stream, scroll), at
// 10,000 rows unless told otherwise. Self time by function, named through the source maps of the production build.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { outRoot } from './lib/build.mjs';
import { startBrowser } from './lib/browser.mjs';
import { build, open, act } from './list/scenario.mjs';

const ACTIONS = {
  first: [['first']],
  sort: [['first'], ['sort', { column: 'size' }]],
  filter: [['first'], ['filter', { on: true }]],
  burst: [['first'], ['burst', { count: 1_000, seed: 11 }]],
  moving: [['first'], ['sort', { column: 'size' }], ['burst', { count: 1_000, seed: 12 }]],
  stream: [['first'], ['stream', { seconds: 3, perSecond: 100, seed: 13 }]],
  scroll: [['first'], ['scroll', { count: 90, by: 220 }]],
};
const MOST = 25;

const [action = 'sort', size = '10000', contender = 'ours'] = process.argv.slice(2);
if (!ACTIONS[action]) throw new Error(`What is "${action}"? Known: ${Object.keys(ACTIONS).join(', ')}.`);

const maps = new Map();
function sourceOf({ url, functionName, lineNumber, columnNumber }) {
  if (!url.startsWith('http')) return functionName || url || '(program)';
  const { pathname } = new URL(url);
  if (!maps.has(pathname)) {
    const file = path.join(outRoot, `${pathname}.map`);
    maps.set(pathname, new SourceMap(JSON.parse(readFileSync(file, 'utf8'))));
  }
  const entry = maps.get(pathname).findEntry(lineNumber, columnNumber);
  if (!entry?.originalSource) return functionName;
  const source = entry.originalSource.replace(/^.*?((?:src|node_modules|bench)\/)/, '$1');
  return `${source}:${entry.originalLine + 1} ${entry.name ?? functionName}`;
}

const browser = await startBrowser();
try {
  await build(contender);
  const tab = await open(browser, contender);
  await tab.page.evaluate((count) => bench.generate(count), Number(size));
  const steps = ACTIONS[action];
  for (const step of steps.slice(0, -1)) await act(tab, ...step);
  await tab.cdp.send('Profiler.enable');
  await tab.cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await tab.cdp.send('Profiler.start');
  const { cpu, script, layout } = await act(tab, ...steps.at(-1));
  const { profile } = await tab.cdp.send('Profiler.stop');
  const self = new Map();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  profile.samples.forEach((id, index) => {
    const name = sourceOf(byId.get(id).callFrame);
    self.set(name, (self.get(name) ?? 0) + profile.timeDeltas[index] / 1000);
  });
  self.delete('(idle)');
  console.log(
    `${action} at ${size} rows: ${cpu.toFixed(0)} ms of main thread, script ${script.toFixed(0)}, style and layout ${layout.toFixed(0)}`,
  );
  for (const [name, ms] of [...self].sort((a, b) => b[1] - a[1]).slice(0, MOST))
    console.log(`${ms.toFixed(1).padStart(8)} ms  ${name}`);
} finally {
  await browser.close();
}
