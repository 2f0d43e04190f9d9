// The list: what a user and a cluster do to a table of many storages.
import { bundle } from '../lib/build.mjs';
import { collectGarbage, metricsOf, pause } from '../lib/browser.mjs';
import { median } from '../lib/stats.mjs';

export const CONTENDERS = {
  ours: './list/contenders/ours.js',
  vanilla: './list/contenders/vanilla.js',
  'ag-grid': './list/contenders/ag-grid.js',
  'tanstack-lit': './list/contenders/tanstack-lit.js',
  headlamp: './list/contenders/headlamp.jsx',
};
const SIZES = [100, 1_000, 10_000, 50_000];
/** Shows pages of 15: there is nothing to scroll. */
const PAGED = new Set(['headlamp']);

/** What a frame and a call cost in which nothing happens: it is subtracted from everything else. */
async function measureNothing(tab) {
  const perform = () => act(tab, 'nothing');
  await perform();
  const calls = [];
  const frames = [];
  for (let turn = 0; turn < 3; turn += 1) {
    calls.push((await perform()).cpu);
    frames.push((await act(tab, 'frames', 30)).cpu);
  }
  const call = median(calls);
  return { call, frame: Math.max(0, (median(frames) - call) / 30) };
}

export async function act(tab, action, options) {
  await tab.page.evaluate((name, given) => bench.plan(name, given), action, options);
  await collectGarbage(tab, 1);
  await pause(100);
  const before = await metricsOf(tab);
  const answer = await tab.page.evaluate(() => bench.perform());
  const after = await metricsOf(tab);
  const { cpu, script, layout } = before;
  return { cpu: after.cpu - cpu, script: after.script - script, layout: after.layout - layout, ...answer };
}

export const build = (name) =>
  bundle(
    `list-${name}`,
    `import contender from '${CONTENDERS[name]}'; import { install } from './list/page.js'; install(contender);`,
  );

export async function open(browser, name) {
  const tab = await browser.open(`list-${name}`);
  await tab.page.evaluate((script) => import(script), `/list-${name}/main.js`);
  return tab;
}

/** One run of one contender at one size: figures by name. */
async function run(browser, name, size, quick) {
  const figures = {};
  const tab = await open(browser, name);
  try {
    await tab.page.evaluate((count) => bench.generate(count), size);
    const first = await act(tab, 'first');
    const idle = await measureNothing(tab);
    const net = ({ cpu, frames }) => Math.max(0, cpu - idle.call - frames * idle.frame);
    figures['first rows, CPU ms'] = net(first);
    figures['first rows, ms'] = first.result;
    // The first time a button is pressed its code is compiled: that counts, as it does for who presses it.
    figures['sort by size, CPU ms'] = net(await act(tab, 'sort', { column: 'size' }));
    await act(tab, 'sort', { column: 'name' });
    figures['filter, CPU ms'] = net(await act(tab, 'filter', { on: true }));
    await act(tab, 'filter', { on: false });
    const count = quick ? 20 : Math.min(1_000, size);
    figures[`burst, CPU ms`] = net(await act(tab, 'burst', { count, seed: 11 }));
    await act(tab, 'sort', { column: 'size' });
    figures[`burst with rows moving, CPU ms`] = net(await act(tab, 'burst', { count, seed: 12 }));
    await act(tab, 'sort', { column: 'name' });
    const stream = await act(tab, 'stream', { seconds: quick ? 1 : 3, perSecond: 100, seed: 13 });
    figures['stream, CPU ms'] = net(stream);
    figures['stream, late frames %'] = (100 * stream.result.late) / Math.max(1, stream.result.frames);
    if (!PAGED.has(name) && size > 100) {
      const options = { count: quick ? 10 : 90, by: 220 };
      const scroll = await act(tab, 'scroll', options);
      if (scroll.result.scrolled === 0) throw new Error(`${name} did not scroll.`);
      figures['scroll a frame, CPU ms'] = scroll.cpu / options.count;
      figures['scroll, late frames %'] = (100 * scroll.result.late) / scroll.result.frames;
      await act(tab, 'back');
      const looked = await act(tab, 'scroll', { ...options, look: true });
      figures['scroll, blank frames'] = looked.result.blank;
      await act(tab, 'back');
    }
    if (tab.faults.length > 0) throw new Error(`${name}: ${tab.faults[0]}`);
  } finally {
    await tab.close();
  }
  return figures;
}

async function heapPerRow(browser, name, size) {
  const tab = await open(browser, name);
  try {
    await tab.page.evaluate(() => bench.mountAndForget(100));
    await collectGarbage(tab);
    const before = await metricsOf(tab);
    await tab.page.evaluate((count) => bench.mountAndForget(count), size);
    await pause(6_000); // What lingers for a while is gone then.
    await collectGarbage(tab);
    return ((await metricsOf(tab)).heap - before.heap) / (size - 100);
  } finally {
    await tab.close();
  }
}

async function leak(browser, name, { size, times }) {
  const tab = await open(browser, name);
  const settled = async () => {
    await pause(6_000);
    await collectGarbage(tab);
    return metricsOf(tab);
  };
  try {
    await tab.page.evaluate((...given) => bench.mountAgain(...given), size, 5);
    const before = await settled();
    await tab.page.evaluate((...given) => bench.mountAgain(...given), size, times);
    const after = await settled();
    return {
      'leak a mount, bytes': (after.heap - before.heap) / times,
      'leak a mount, nodes': (after.nodes - before.nodes) / times,
      'leak a mount, listeners': (after.listeners - before.listeners) / times,
    };
  } finally {
    await tab.close();
  }
}

/** Figures of every contender: `{ [size]: { [contender]: runs } }`, one array entry for each run. */
export async function measure(
  browser,
  { runs, quick, only, sizes = quick ? [300] : SIZES, memory = true, say, keep = () => {} },
) {
  const names = Object.keys(CONTENDERS).filter((name) => !only || only.includes(name));
  for (const name of names) await build(name);
  const results = {};
  for (const size of sizes) {
    const bySize = (results[size] = Object.fromEntries(names.map((name) => [name, []])));
    // In turns, so that whatever else the machine does meets all of them.
    for (let turn = 0; turn < runs; turn += 1)
      for (const name of names) {
        say(`list, ${size} rows, run ${turn + 1} of ${runs}: ${name}`);
        bySize[name].push(await run(browser, name, size, quick));
        keep(results);
      }
  }
  if (!memory) return results;
  const most = sizes.includes(10_000) ? 10_000 : Math.max(...sizes);
  for (const name of names) {
    say(`list, memory: ${name}`);
    const figures = results[most][name][0];
    figures['heap a row, bytes'] = await heapPerRow(browser, name, most);
    Object.assign(figures, await leak(browser, name, { size: quick ? 100 : 1_000, times: quick ? 3 : 100 }));
    keep(results);
  }
  return results;
}
