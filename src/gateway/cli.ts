#!/usr/bin/env node
/** `npx backupstorage-elements`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openCluster } from './cluster.js';
import { StartFailure } from './failure.js';
import { Gateway } from './gateway.js';
import { openBrowser } from './open-browser.js';
import { HELP, optionsIn, type CliOptions } from './options.js';
import { PACKAGE } from './pages.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(args: readonly string[]): Promise<void> {
  const options = optionsIn(args);
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  if (options.say === 'help') say(HELP);
  else if (options.say === 'version') say(version);
  else await serve(options, version);
}

async function serve(options: CliOptions, version: string): Promise<void> {
  const { context, kubeconfig, namespace, port, readOnly, open } = options;
  const cluster = await openCluster({
    ...(context === undefined ? {} : { context }),
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
  });
  const gateway = await new Gateway({
    cluster,
    port,
    readOnly,
    ...(namespace === undefined ? {} : { namespace }),
    userAgent: `backupstorage-elements/${version}`,
    log: say,
  }).listen();
  say(`The console of the context ${cluster.context} (${cluster.server})${readOnly ? ', read-only,' : ''} is at\n
  ${gateway.url}\n
Whoever has this address can do there what you can: do not pass it on. Stop with Ctrl+C.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void gateway.close().then(() => process.exit(0)));
  if (open && process.stdout.isTTY) openBrowser(gateway.url);
}

run(process.argv.slice(2)).catch((thrown: unknown) => {
  if (!(thrown instanceof StartFailure)) throw thrown;
  process.stderr.write(`${thrown.message}\n`);
  process.exitCode = 1;
});
