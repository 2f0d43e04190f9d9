// The data layer, in Node, against a server in a process of its own.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONTENDERS = ['ours', 'informer', 'copy-and-find'];
const PATIENCE_MS = 120_000;

function child(file, args) {
  const started = fork(fileURLToPath(new URL(file, import.meta.url)), args.map(String), { execArgv: ['--expose-gc'] });
  const answer = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${file} ${args[0]}: nothing came`)), PATIENCE_MS);
    started.once('message', (message) => {
      clearTimeout(timer);
      resolve(message);
    });
    started.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${file} ${args[0]} ended with ${code}`));
    });
  });
  return { answer, stop: () => started.kill() };
}

async function run(name, count, events) {
  const server = child('server.mjs', [count, events]);
  try {
    const { port, last } = await server.answer;
    const client = child('client.mjs', [name, `http://127.0.0.1:${port}`, count, JSON.stringify(last)]);
    try {
      const figures = await client.answer;
      return { ...figures, 'events a second': (events * 1000) / figures['events, ms'] };
    } finally {
      client.stop();
    }
  } finally {
    server.stop();
  }
}

export async function measure({ runs, quick, only, say }) {
  const names = CONTENDERS.filter((name) => !only || only.includes(name));
  const events = quick ? 200 : 5_000;
  const results = {};
  for (const count of quick ? [500] : [10_000, 50_000]) {
    const group = (results[`${count} objects, ${events} events`] = Object.fromEntries(names.map((name) => [name, []])));
    for (let turn = 0; turn < runs; turn += 1)
      for (const name of names) {
        say(`data, ${count} objects, run ${turn + 1} of ${runs}: ${name}`);
        group[name].push(await run(name, count, events));
      }
  }
  return results;
}
