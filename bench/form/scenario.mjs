// The form: from nothing to a form that takes input, with the whole schema behind it.
import { bundle } from '../lib/build.mjs';
import { collectGarbage, metricsOf, pause } from '../lib/browser.mjs';
import { measureKeys, measureStep } from '../lib/keys.mjs';

const CONTENDERS = {
  ours: './form/contenders/ours.js',
  rjsf: './form/contenders/rjsf.jsx',
  jsonforms: './form/contenders/jsonforms.jsx',
};

async function run(browser, name, quick) {
  const tab = await browser.open(`form-${name}`);
  try {
    const figures = {};
    await collectGarbage(tab);
    const empty = (await metricsOf(tab)).heap;
    const first = await measureStep(tab, () =>
      tab.page.evaluate(async (script) => {
        await import(script);
        const { contender, place, until } = bench;
        contender.mount(place);
        await until(() => contender.field(), 'the field of the name');
      }, `/form-${name}/main.js`),
    );
    figures['import to interactive, CPU ms'] = first.cpu;
    figures['import to interactive, ms'] = first.ms;
    // What the form loads behind the first paint.
    const before = await metricsOf(tab);
    await pause(quick ? 300 : 2_000);
    figures['after that, CPU ms'] = (await metricsOf(tab)).cpu - before.cpu;
    const opened = await measureStep(tab, () =>
      tab.page.evaluate(async () => {
        bench.contender.open?.();
        await bench.until(() => bench.contender.isOpen(), 'the runtime settings');
      }),
    );
    figures['open the runtime settings, CPU ms'] = opened.cpu;
    const measureTyping = async (words) => {
      await collectGarbage(tab);
      figures[`heap${words}, MB`] = ((await metricsOf(tab)).heap - empty) / 1e6;
      await tab.page.evaluate(() => bench.contender.field().focus());
      const keys = await measureKeys(tab, quick ? 3 : 20);
      figures[`a key press${words}, CPU ms`] = keys.cpu;
      figures[`a key press${words} to its frame, ms`] = keys.delay;
    };
    await measureTyping('');
    const all = await measureStep(tab, () => tab.page.evaluate(() => bench.contender.openAll?.()));
    figures['open everything, CPU ms'] = all.cpu;
    await measureTyping(' with everything open');
    figures['controls with everything open'] = await tab.page.evaluate(() => bench.controls());
    const typed = await tab.page.evaluate(() => bench.contender.field().value);
    if (!/^x{4,}$/.test(typed)) throw new Error(`form, ${name}: typed, and the field has "${typed}"`);
    if (await tab.page.evaluate(() => bench.contender.validate !== undefined)) {
      for (let key = 0; key < typed.length; key += 1) await tab.page.keyboard.press('Backspace');
      await pause(300);
      const validated = await measureStep(tab, () =>
        tab.page.evaluate(async () => {
          bench.contender.validate();
          await bench.until(() => bench.contender.isRefused(), 'what is wrong');
        }),
      );
      figures['validate, CPU ms'] = validated.cpu;
    }
    if (tab.faults.length > 0) throw new Error(`form, ${name}: ${tab.faults[0]}`);
    return figures;
  } finally {
    await tab.close();
  }
}

export async function measure(browser, { runs, quick, only, say }) {
  const names = Object.keys(CONTENDERS).filter((name) => !only || only.includes(name));
  for (const name of names)
    await bundle(
      `form-${name}`,
      `import contender from '${CONTENDERS[name]}'; import { install } from './lib/typing.js'; install(contender);`,
    );
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = 0; turn < runs; turn += 1)
    for (const name of names) {
      say(`form, run ${turn + 1} of ${runs}: ${name}`);
      results[name].push(await run(browser, name, quick));
    }
  return { 'the whole schema': results };
}
