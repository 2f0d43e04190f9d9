// Packs what is built as it would be published, and unpacks it where it can be imported as a host imports it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packs into the folder `.cache/<name>`, which is emptied. `tarball` is what `npm pack` made, `host` a folder from which
 * `import 'backupstorage-elements'` finds what was in it, and its dependencies find this repository's.
 */
export function pack(name) {
  const host = path.join(root, '.cache', name);
  const unpacked = path.join(host, 'node_modules', 'backupstorage-elements');
  rmSync(host, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', host], {
      cwd: root,
      encoding: 'utf8',
    }),
  );
  const tarball = path.join(host, filename);
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  return { tarball, host, unpacked, files: files.map((file) => file.path) };
}
