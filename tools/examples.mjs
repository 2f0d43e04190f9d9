// `npm run examples [-- headlamp openshift …]`: every example against its vendor's real SDK. Packs the library, installs
// each example with its own lock, type-checks and builds it with the vendor's commands, runs it in its host, and prints how
// many steps passed. `--build` stops when they are built; `--shots <folder>` keeps screenshots; `--lock` makes the
// locks anew, after a change of dependencies.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { serveHost } from './examples/host-server.mjs';
import { steps } from './examples/visit.mjs';
import { browserArgs, findBrowser } from './find-browser.mjs';

const TARBALL = path.resolve('examples/backupstorage-elements.tgz');

// Commands by step; `host` is where what the example is run in is described.
const HOST = 'build the host';
const EXAMPLES = {
  headlamp: {
    commands: {
      types: ['npm', 'run', 'tsc'],
      build: ['npm', 'run', 'build'],
      [HOST]: ['npx', 'vite', 'build', '-c', 'host/vite.config.mjs'],
    },
    host: 'host/host.mjs',
  },
  openshift: {
    commands: {
      types: ['npm', 'run', 'types'],
      build: ['npm', 'run', 'build'],
      [HOST]: ['npm', 'run', 'host'],
    },
    host: 'host/host.mjs',
  },
  rancher: {
    commands: {
      types: ['npm', 'run', 'types'],
      build: ['npm', 'run', 'build-pkg', 'backupstorages'],
      [HOST]: ['node', 'host/build.mjs'],
    },
    host: 'host/host.mjs',
  },
  backstage: {
    commands: {
      types: ['npm', 'run', 'types'],
      build: ['npm', 'run', 'build'],
      [HOST]: ['node', 'host/build.mjs'],
    },
    host: 'host/host.mjs',
  },
  'plain-html': { host: 'host.mjs' },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shots: { type: 'string' },
    lock: { type: 'boolean', default: false },
    build: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !(name in EXAMPLES));
if (unknown.length > 0) {
  console.error(`Unknown example ${unknown.join(', ')}. There are: ${Object.keys(EXAMPLES).join(', ')}.`);
  process.exit(2);
}
const shots = values.shots && path.resolve(values.shots);
if (shots) mkdirSync(shots, { recursive: true });

const results = [];

/** One step of an example: counted, and said with its time. */
async function step(name, work) {
  const began = Date.now();
  const said = (word) => console.log(`${word} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  try {
    await work();
    results.push(true);
    said('passed');
    return true;
  } catch (error) {
    results.push(false);
    console.error(error.stack ?? error);
    said('FAILED');
    return false;
  }
}

/** One copy of the output of what fails; nothing of the rest. */
function run(folder, [command, ...args]) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${[command, ...args].join(' ')}\n${stdout}\n${stderr}`));
      else resolve();
    });
  });
}

/** The SDKs as the lock names them, once for each lock; then the library as it is packed now. */
async function install(folder) {
  const lockFile = path.join(folder, 'package-lock.json');
  const lock = readFileSync(lockFile, 'utf8');
  checkLock(folder, JSON.parse(lock));
  const stamp = path.join(folder, 'node_modules', '.installed');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
    await run(folder, ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    writeFileSync(stamp, digest);
  }
  const library = path.join(folder, 'node_modules', 'backupstorage-elements');
  mkdirSync(library, { recursive: true });
  // Below it is what the host has in other versions.
  for (const name of readdirSync(library))
    if (name !== 'node_modules') rmSync(path.join(library, name), { recursive: true });
  execFileSync('tar', ['xzf', TARBALL, '--strip-components=1', '-C', library]);
}

/** The lock names the library's dependencies without its tarball's checksum, which each build changes. */
function checkLock(folder, { packages }) {
  const entry = packages['node_modules/backupstorage-elements'];
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const hint = `run "npm run examples -- --lock ${path.basename(folder)}"`;
  if (JSON.stringify(entry.dependencies) !== JSON.stringify(dependencies))
    throw new Error(`${folder}/package-lock.json names other dependencies of the library than package.json: ${hint}`);
  if (entry.integrity) throw new Error(`${folder}/package-lock.json holds the checksum of one tarball: ${hint}`);
}

/** Resolves the example's dependencies anew, and leaves the tarball's checksum out. */
async function lock(folder) {
  // Of a tarball that it knows npm does not look up the dependencies again.
  const file = path.join(folder, 'package-lock.json');
  const known = JSON.parse(readFileSync(file, 'utf8'));
  delete known.packages['node_modules/backupstorage-elements'];
  writeFileSync(file, JSON.stringify(known));
  await run(folder, ['npm', 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']);
  const made = JSON.parse(readFileSync(file, 'utf8'));
  delete made.packages['node_modules/backupstorage-elements'].integrity;
  writeFileSync(file, `${JSON.stringify(made, undefined, 2)}\n`);
}

async function visitHost(name, folder, file) {
  const { default: host } = await import(pathToFileURL(path.join(folder, file)).href);
  const { url, close } = await serveHost({ ...host, folder });
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    for (const [cookie, value] of Object.entries(host.cookies ?? {}))
      await page.setCookie({ name: cookie, value, url });
    for (const [what, work] of Object.entries(steps({ page, url, host, shots, name })))
      if (!(await step(`${name}: ${what}`, work)) && shots)
        await page.screenshot({ path: path.join(shots, `${name}-failed-${what.replaceAll(/\W+/g, '-')}.png`) });
  } finally {
    await context.close();
    await close();
  }
}

const names = positionals.length > 0 ? positionals : Object.keys(EXAMPLES);
const packed = await step('the library is built and packed', async () => {
  await run('.', ['npm', 'run', '--silent', 'build']);
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { encoding: 'utf8' }));
  renameSync(filename, TARBALL);
});
const browser = values.build
  ? undefined
  : await puppeteer.launch({ executablePath: await findBrowser(), args: browserArgs });

async function example(name) {
  const folder = path.resolve('examples', name);
  const { commands = {}, host } = EXAMPLES[name];
  const installs = existsSync(path.join(folder, 'package.json'));
  if (installs && values.lock && !(await step(`${name}: lock`, () => lock(folder)))) return;
  if (installs && !(await step(`${name}: install`, () => install(folder)))) return;
  let built = true;
  for (const [what, command] of Object.entries(commands))
    if (what !== HOST || !values.build) built = (await step(`${name}: ${what}`, () => run(folder, command))) && built;
  if (built && !values.build) await visitHost(name, folder, host);
}

for (const name of packed ? names : []) await example(name);
await browser?.close();

const failed = results.filter((passed) => !passed).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
