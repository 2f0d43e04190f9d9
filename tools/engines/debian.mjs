// What Debian's packages can bring, where the newcomer is root on a Debian: in a container, in CI.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs packages with apt-get and says so first; false where that cannot be done. */
export function installWithApt(what, packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`No ${what} found: installing Debian’s packages (apt-get install ${packages.join(' ')}) …`);
  const apt = (...args) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
    return true;
  } catch {
    console.log(`apt-get could not install ${packages.join(', ')}.`);
    return false;
  }
}
