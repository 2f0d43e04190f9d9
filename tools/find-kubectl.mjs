// Finds a kubectl for the tests; installs one where a newcomer has none.
// Order: KUBECTL, an installed one, Debian's package.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  const name = process.platform === 'win32' ? 'kubectl.exe' : 'kubectl';
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No kubectl found: installing Debian’s package (apt-get install kubernetes-client) …');
  const apt = (...args) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'kubernetes-client');
  } catch {
    console.log('apt-get could not install it.');
  }
  return installed();
}

/** `{ path, minor }` of a kubectl that can be started, minor being the 32 of 1.32; undefined where none can be had. */
export function findKubectl() {
  const given = process.env.KUBECTL;
  if (given && !isProgram(given)) throw new Error(`KUBECTL is ${given}, but there is no such program.`);
  const found = given || installed() || installWithApt();
  if (!found) return undefined;
  const env = { ...process.env, KUBECONFIG: '/dev/null' };
  const { clientVersion } = JSON.parse(
    execFileSync(found, ['version', '--client', '-o', 'json'], { encoding: 'utf8', env }),
  );
  return { path: found, minor: Number.parseInt(clientVersion.minor, 10), version: clientVersion.gitVersion };
}
