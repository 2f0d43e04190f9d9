import { metricsOf, pause } from './browser.mjs';
import { median } from './stats.mjs';

/** CPU of a key press and the time to its frame; the focus is where it belongs already. */
export async function measureKeys(tab, count) {
  await tab.page.keyboard.press('x');
  await pause(600);
  await tab.page.evaluate(() => bench.takeDelays());
  const idle = await metricsOf(tab);
  await pause(count * 80);
  const before = await metricsOf(tab);
  for (let key = 0; key < count; key += 1) {
    await tab.page.keyboard.press('x');
    await pause(80);
  }
  // What is put off until nobody types counts as well.
  await pause(600);
  const after = await metricsOf(tab);
  const delays = await tab.page.evaluate(() => bench.takeDelays());
  return { cpu: Math.max(0, after.cpu - before.cpu - (before.cpu - idle.cpu)) / count, delay: median(delays) };
}

/** Runs a step in the page between two looks at the browser's figures. */
export async function measureStep(tab, step) {
  const before = await metricsOf(tab);
  const start = performance.now();
  await step();
  const ms = performance.now() - start;
  await tab.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  return { cpu: (await metricsOf(tab)).cpu - before.cpu, ms };
}
