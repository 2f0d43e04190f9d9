// `npm start`: builds the library and opens the demo console on it. `--port N` (default 8080), `--no-open`.
import { execFileSync, spawn } from 'node:child_process';
import { serve } from './serve.mjs';

const { argv } = process;
const wanted = argv.includes('--port') ? Number(argv[argv.indexOf('--port') + 1]) : Number(process.env.PORT ?? 8080);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error('--port takes a number from 0 to 65535.');
  process.exit(2);
}

execFileSync(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });

let running;
try {
  running = await serve(wanted);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  running = await serve(0);
  console.log(`Port ${wanted} is taken.`);
}
console.log(
  `The demo console is at ${running.url}\nIts cluster lives in the page: a reload starts anew. Stop with Ctrl+C.`,
);

// A browser is opened for somebody who sits before a screen; a missing opener is no fault.
if (process.stdout.isTTY && !argv.includes('--no-open')) {
  const opener =
    { darwin: 'open', win32: 'explorer' }[process.platform] ?? (process.env.DISPLAY ? 'xdg-open' : undefined);
  if (opener)
    spawn(opener, [running.url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}
