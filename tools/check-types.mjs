// Compiles a consumer of every browser entry point against the built .d.ts as a strict host would: no ambient types, and
// no declaration file skipped. A leak of Node's or a dependency's types into the public surface fails here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve('.cache/consumer');
const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const HOSTS = ['headlamp', 'openshift', 'rancher', 'appscode', 'backstage'];
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
};
// Each tag, with the events that it dispatches.
const EVENTS = {
  list: ['error', 'select', 'create', 'namespace-change', 'view-change'],
  detail: ['error', 'repository-select', 'configuration-select', 'detail-view-change', 'updated', 'deleted'],
  'create-form': ['error', 'preview', 'submit', 'created', 'select', 'cancel'],
  'manifest-preview': ['error', 'manifest-change', 'previous', 'submit', 'created', 'select'],
  'data-source': ['error'],
};
const TAGS = Object.keys(EVENTS);

const nameOf = (words) => `_${words.replaceAll('-', '_')}`;
// They need the framework's own types: `npm test embedding` compiles them in apps that have it.
const FRAMEWORKS = /^\.\/(?:react|vue|svelte|angular)/;
const LANGUAGES = readdirSync('dist/locales').filter((one) => existsSync(`dist/locales/${one}/index.js`));
const TAGS_IN = ['./define/*', './elements/*'];

const entries = Object.entries(exports)
  .filter(([, target]) => target.types && target.default)
  .flatMap(([entry]) => {
    if (entry === './data-source/hosts/*') return HOSTS.map((host) => `./data-source/hosts/${host}`);
    if (FRAMEWORKS.test(entry)) return [];
    if (entry === './locales/*') return LANGUAGES.map((language) => `./locales/${language}`);
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
// Each registration alone: who imports no class gets the tag's properties and events all the same.
for (const tag of TAGS)
  writeFileSync(
    path.join(folder, `define-${tag}.ts`),
    [
      `import '${name}/define/backupstorage-${tag}';`,
      `const element = document.createElement('backupstorage-${tag}');`,
      'element.dataSource = undefined;',
      ...EVENTS[tag].map(
        (event) => `export type ${nameOf(event)} = GlobalEventHandlersEventMap['backupstorage-${event}'];`,
      ),
      '',
    ].join('\n'),
  );
const compile = (file) => {
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, files: [file] }));
  return spawnSync(process.execPath, ['node_modules/@typescript/native/bin/tsc', '-p', folder], { stdio: 'inherit' });
};
const files = ['consumer.ts', ...TAGS.map((tag) => `define-${tag}.ts`)];
const failed = files.filter((file) => compile(file).status !== 0);
if (failed.length === 0) console.log(`${entries.length} entry points compile with types: [] and skipLibCheck: false.`);
process.exit(failed.length > 0 ? 1 : 0);
