// The manifest: from opening it to reading and editing it, and what a key costs in a long one.
import { bundle } from '../lib/build.mjs';
import { pause } from '../lib/browser.mjs';
import { measureKeys, measureStep } from '../lib/keys.mjs';

const CONTENDERS = {
  ours: './manifest/contenders/ours.js',
  codemirror: './manifest/contenders/codemirror.js',
  monaco: './manifest/contenders/monaco.js',
};

const SHORT = `apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: lab
  namespace: demo
spec:
  storage:
    provider: s3
    s3:
      bucket: lab
      endpoint: https://minio.storage.svc
      secretName: access
  deletionPolicy: Delete
`;

/** As many lines as are asked for, in a kind that everybody knows. */
function longText(lines) {
  const head = ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', '  name: long', '  namespace: demo', 'data:'];
  const rest = Array.from({ length: lines - head.length }, (_, index) => `  key-${index}: value of line ${index}`);
  return [...head, ...rest].join('\n');
}

async function open(browser, name, text) {
  const tab = await browser.open(`manifest-${name}`);
  const looked = await measureStep(tab, () =>
    tab.page.evaluate(
      async (script, given) => {
        await import(script);
        const { contender, place, until } = bench;
        contender.mount(place, given);
        await until(() => contender.isReadable(), 'the text');
      },
      `/manifest-${name}/main.js`,
      text,
    ),
  );
  const edited = await measureStep(tab, () =>
    tab.page.evaluate(() => bench.until(() => bench.contender.isEditable(), 'the editor')),
  );
  return { tab, looked, edited };
}

async function type(tab, count, name) {
  await tab.page.evaluate(() => bench.contender.focus());
  const keys = await measureKeys(tab, count);
  const word = 'x'.repeat(count + 1);
  if (!(await tab.page.evaluate((typed) => bench.contender.has(typed), word)))
    throw new Error(`manifest, ${name}: typed, and it is not there`);
  return keys;
}

async function run(browser, name, quick) {
  const figures = {};
  const short = await open(browser, name, SHORT);
  try {
    figures['open to readable, CPU ms'] = short.looked.cpu;
    figures['open to readable, ms'] = short.looked.ms;
    figures['open to editable, CPU ms'] = short.looked.cpu + short.edited.cpu;
    figures['open to editable, ms'] = short.looked.ms + short.edited.ms;
    if (short.tab.faults.length > 0) throw new Error(`manifest, ${name}: ${short.tab.faults[0]}`);
  } finally {
    await short.tab.close();
  }
  const { tab } = await open(browser, name, longText(quick ? 300 : 5_000));
  try {
    await pause(1_500);
    const keys = await type(tab, quick ? 3 : 20, name);
    figures['a key press in 5,000 lines, CPU ms'] = keys.cpu;
    figures['a key press in 5,000 lines to its frame, ms'] = keys.delay;
  } finally {
    await tab.close();
  }
  return figures;
}

export async function measure(browser, { runs, quick, only, say }) {
  const names = Object.keys(CONTENDERS).filter((name) => !only || only.includes(name));
  if (names.includes('monaco'))
    await bundle('manifest-monaco-worker', `import 'monaco-editor/esm/vs/editor/editor.worker.js';`);
  for (const name of names)
    await bundle(
      `manifest-${name}`,
      `import contender from '${CONTENDERS[name]}'; import { install } from './lib/typing.js'; install(contender);`,
    );
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = 0; turn < runs; turn += 1)
    for (const name of names) {
      say(`manifest, run ${turn + 1} of ${runs}: ${name}`);
      results[name].push(await run(browser, name, quick));
    }
  return { manifest: results };
}
