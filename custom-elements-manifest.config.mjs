import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const toDist = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

// Members that the analyzer lists and no user of the elements may touch.
const INTERNAL = new Set([
  'messages',
  'source',
  'feed',
  'toggleState',
  'inherited',
  'styles',
  'connectedCallback',
  'disconnectedCallback',
  'willUpdate',
  'updated',
  'render',
]);

const isPublic = ({ name, privacy, description = '' }) =>
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !name.startsWith('#') &&
  !INTERNAL.has(name) &&
  !description.includes('@internal');

const isPublished = ({ name, customElement }) =>
  customElement || name.endsWith('Event') || name === 'BackupStorageElement';

function mendDeclaration(declaration) {
  if (declaration.superclass?.module) declaration.superclass.module = toDist(declaration.superclass.module);
  declaration.members = declaration.members?.filter(isPublic);
  // Of `dispatchEvent(new X(y))` the analyzer takes X, or y, for an event's name.
  declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('backupstorage-'));
  for (const entry of [declaration.attributes, declaration.members, declaration.events].flatMap((list) => list ?? []))
    if (entry.inheritedFrom?.module) entry.inheritedFrom.module = toDist(entry.inheritedFrom.module);
}

/** Names the files that the package holds, and leaves out what is no part of the public surface. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const definitions = [];
    for (const module of manifest.modules) {
      module.path = toDist(module.path);
      module.declarations = module.declarations?.filter(isPublished) ?? [];
      module.declarations.forEach(mendDeclaration);
      const names = module.declarations.map(({ name }) => name);
      module.exports = module.exports?.filter(({ kind, name }) => kind === 'js' && names.includes(name)) ?? [];
      for (const { declaration } of module.exports) declaration.module = module.path;
      for (const { name, tagName } of module.declarations)
        if (tagName) definitions.push({ tagName, declaration: { name, module: module.path } });
    }
    // The analyzer does not know the guarded define of these modules.
    for (const { tagName, declaration } of definitions) {
      const module = manifest.modules.find(({ path }) => path === `dist/define/${tagName}.js`);
      module.exports = [{ kind: 'custom-element-definition', name: tagName, declaration }];
    }
    // The analyzer takes files in the order in which the disk has them, which differs from clone to clone.
    manifest.modules = manifest.modules
      .filter(({ exports }) => exports.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/elements/parts/**'],
  litelement: true,
  plugins: [
    published,
    customElementVsCodePlugin({ outdir: '.' }),
    customElementJetBrainsPlugin({ outdir: '.', packageJson: false }),
  ],
};
