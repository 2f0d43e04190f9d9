// publint and "are the types wrong" on the package as it would be published. The build is there already.
import { spawnSync } from 'node:child_process';
import { pack } from './pack.mjs';

const { tarball, unpacked } = pack('check-package');
const run = (name, ...args) => {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${name}`, args, { encoding: 'utf8' });
  console.log(status === 0 ? `${name}: nothing to say against it.` : `${stdout}${stderr}`);
  return status === 0;
};

// attw leaves out entry points with a star unless one of each is named.
const OF_EACH_STAR = [
  'define/backupstorage-list',
  'elements/backupstorage-list',
  'data-source/hosts/rancher',
  'react/backupstorage-list',
];
const results = [
  run('publint', unpacked, '--strict', '--pack', 'false'),
  // ES modules only: no CommonJS, and no TypeScript older than `exports`. Style sheets have no types.
  run(
    'attw',
    tarball,
    ...['--profile', 'esm-only', '--format', 'ascii', '--no-emoji'],
    ...['--include-entrypoints', ...OF_EACH_STAR],
  ),
];
process.exit(results.every(Boolean) ? 0 : 1);
