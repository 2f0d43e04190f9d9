/** The minimal apps of this folder, each installed with the packed package into a folder that git ignores. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/embedding/', import.meta.url));

/** A folder of this folder, with a package.json and a lock of its own. */
export interface Installed {
  readonly name: string;
}

export interface App extends Installed {
  /** The file that shows how the elements are used, and that `wrong/` has a faulty version of. */
  readonly component: string;
  /** The framework's own type check. */
  readonly check: readonly string[];
  readonly build: readonly string[];
  /** What the framework's own Trusted Types policies are called. */
  readonly policies: readonly string[];
}

const TSC = ['tsc', '-p', '.'];
const VITE = ['vite', 'build', '--logLevel', 'warn'];

export const APPS: readonly App[] = [
  { name: 'react', component: 'src/Storages.tsx', check: TSC, build: VITE, policies: [] },
  { name: 'react18', component: 'src/Storages.tsx', check: TSC, build: VITE, policies: [] },
  { name: 'vue', component: 'src/Storages.vue', check: ['vue-tsc', '-p', '.'], build: VITE, policies: ['vue'] },
  {
    name: 'svelte',
    component: 'src/Storages.svelte',
    check: ['svelte-check', '--tsconfig', 'tsconfig.json', '--output', 'machine'],
    build: VITE,
    policies: ['svelte-trusted-html'],
  },
  {
    name: 'angular',
    component: 'src/Storages.ts',
    check: ['ngc', '-p', '.', '--noEmit'],
    build: ['ng', 'build'],
    policies: ['angular'],
  },
];

export interface Run {
  readonly status: number;
  readonly output: string;
}

function run(cwd: string, command: string, ...args: string[]): Run {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', CI: '1', NO_COLOR: '1' },
  });
  // ngc colours its output whatever it is told.
  return { status: status ?? 1, output: stripVTControlCharacters(`${stdout}${stderr}${error ?? ''}`) };
}

/** The folder where an app is installed; what git has of it is copied there anew. */
export const folderOf = (app: Installed): string => path.join(cache, app.name);

function copyApp(app: Installed): void {
  const folder = folderOf(app);
  mkdirSync(folder, { recursive: true });
  for (const made of ['src', 'dist']) rmSync(path.join(folder, made), { recursive: true, force: true });
  cpSync(path.join(here, app.name), folder, { recursive: true });
  cpSync(path.join(here, 'shared/cluster.ts'), path.join(folder, 'src/cluster.ts'));
}

/** Installs what the app's lock names, unless that is there already, and then the package as a user would. */
export function install(app: Installed, tarball: string): Run {
  const folder = folderOf(app);
  copyApp(app);
  const stamp = path.join(folder, 'node_modules', '.installed-lock');
  const lock = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  let installed: string | undefined;
  try {
    installed = readFileSync(stamp, 'utf8');
  } catch {
    // The first run here.
  }
  if (installed !== lock) {
    const made = run(folder, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
    if (made.status !== 0) return made;
    writeFileSync(stamp, lock);
  }
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  return run(folder, 'npm', 'install', ...flags, tarball);
}

/** Runs a command of what is installed there. */
export const bin = (app: Installed, [name, ...args]: readonly string[]): Run =>
  run(folderOf(app), path.join(folderOf(app), 'node_modules/.bin', name!), ...args);

/** Runs a file of the app in Node. */
export const node = (app: Installed, file: string): Run => run(folderOf(app), process.execPath, file);

export const check = (app: App): Run => bin(app, app.check);
export const build = (app: App): Run => bin(app, app.build);

/** Checks the app with its component replaced by the faulty one: the lines with an error, and those that must have one. */
export function checkWrong(app: App): { found: number[]; expected: number[]; output: string } {
  const folder = folderOf(app);
  const base = path.basename(app.component);
  const text = readFileSync(path.join(folder, 'wrong', base), 'utf8');
  cpSync(path.join(folder, 'wrong', base), path.join(folder, app.component));
  const { output } = check(app);
  cpSync(path.join(here, app.name, app.component), path.join(folder, app.component));
  const place = new RegExp(`${base.replace('.', '\\.')}\\D{1,3}(\\d+)[:,](\\d+)`, 'g');
  const found = [...new Set([...output.matchAll(place)].map(([, line]) => Number(line)))].sort((a, b) => a - b);
  // Lines of markup: a tag, or an attribute on a line of its own.
  const lines = text.split('\n');
  const expected = lines.flatMap((line, index) => (/^\s*[<[(:@].*wrong/i.test(line) ? [index + 1] : []));
  return { found, expected, output };
}
