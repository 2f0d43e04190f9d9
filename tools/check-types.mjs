// Compiles a consumer of every browser entry point against the built .d.ts as a strict host would: no ambient types, and
// no declaration file skipped. A leak of Node's or a dependency's types into the public surface fails here.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve('.cache/consumer');
const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const HOSTS = ['headlamp', 'openshift', 'rancher', 'appscode'];
// They need the framework's own types: `npm test embedding` compiles them in apps that have it.
const FRAMEWORKS = /^\.\/(?:react|vue|svelte|angular)/;
const TAGS_IN = ['./define/*', './elements/*'];
const TAGS = ['list', 'detail', 'create-form', 'manifest-preview', 'data-source'];

const entries = Object.entries(exports)
  .filter(([, target]) => target.types && target.default)
  .flatMap(([entry]) => {
    if (entry === './data-source/hosts/*') return HOSTS.map((host) => `./data-source/hosts/${host}`);
    if (FRAMEWORKS.test(entry)) return [];
    if (TAGS_IN.includes(entry)) return TAGS.map((tag) => entry.replace('*', `backupstorage-${tag}`));
    return [entry];
  })
  .map((entry) => entry.replace(/^\./, name));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, 'consumer.ts'),
  [
    ...entries.map((entry, index) => `import * as entry${index} from '${entry}';`),
    `export const all = [${entries.map((_, index) => `entry${index}`).join(', ')}];`,
    "document.addEventListener('backupstorage-select', ({ namespace, name, object }) => {",
    '  const said: string = `${namespace}/${name} ${object.spec?.deletionPolicy}`;',
    '  void said;',
    '});',
    "document.createElement('backupstorage-list').detailHref = '/storages/{namespace}/{name}';",
    '',
  ].join('\n'),
);
writeFileSync(
  path.join(folder, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
    },
    files: ['consumer.ts'],
  }),
);
const { status } = spawnSync(process.execPath, ['node_modules/@typescript/native/bin/tsc', '-p', folder], {
  stdio: 'inherit',
});
if (status === 0) console.log(`${entries.length} entry points compile with types: [] and skipLibCheck: false.`);
process.exit(status ?? 1);
