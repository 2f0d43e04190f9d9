// One contender in a process of its own: lists, waits for the word, applies the events of the watch.
const [contender, base, count, last] = process.argv.slice(2);
const { start } = await import(`./contenders/${contender}.mjs`);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const heap = () => {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (isSo) => {
  while (!isSo()) await pause(2);
};

const empty = heap();
const cpuBefore = cpu();
const began = performance.now();
const store = start(base, { onChange: () => {} });
await until(() => store.count() === Number(count));
const listed = { cpu: cpu() - cpuBefore, ms: performance.now() - began };
await pause(500);
const full = heap() - empty;

const target = JSON.parse(last);
const cpuAtEvents = cpu();
const eventsBegan = performance.now();
await fetch(`${base}/release`);
await until(() => store.versionOf(target) === target.resourceVersion);
process.send({
  'list, CPU ms': listed.cpu,
  'list, ms': listed.ms,
  'heap, MB': full / 1e6,
  'events, CPU ms': cpu() - cpuAtEvents,
  'events, ms': performance.now() - eventsBegan,
});
