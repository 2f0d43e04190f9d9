/** What the package says of itself. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { VERSION } from '../../src/define/guarded-define.js';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

interface Manifest {
  modules: { declarations: { tagName?: string; name: string; description?: string; [list: string]: unknown }[] }[];
}

describe('the package', () => {
  const { version, sideEffects, exports } = JSON.parse(read('package.json')) as {
    version: string;
    sideEffects: string[];
    exports: Record<string, unknown>;
  };

  it('names its version in the guarded define', () => {
    expect(VERSION).to.equal(version);
  });

  it('lists what has side effects: registration, languages and themes', () => {
    expect(sideEffects).to.deep.equal([
      './dist/define.js',
      './dist/define/backupstorage-*.js',
      './dist/cdn/*.js',
      './dist/locales/*/index.js',
      './dist/themes/*.css',
      // For bundlers of the sources: without it Storybook's build leaves the registration out.
      './src/define.ts',
      './src/locales/*/index.ts',
      './src/define/backupstorage-*.ts',
    ]);
  });

  it('has every entry point that docs/architecture.md names', () => {
    const named = [...read('docs/architecture.md').matchAll(/`(\.[/\w.*-]*(?:<tag>)?)`/g)].map(([, entry]) =>
      entry!.replace('<tag>', '*'),
    );
    expect(named).to.have.length.above(10);
    expect(Object.keys(exports)).to.include.members(named);
  });
});

describe('custom-elements.json', () => {
  const manifest = JSON.parse(read('custom-elements.json')) as Manifest;
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const elements = declarations.filter(({ tagName }) => tagName);

  it('has the five tags', () => {
    expect(elements.map(({ tagName }) => tagName)).to.have.members([
      'backupstorage-list',
      'backupstorage-detail',
      'backupstorage-create-form',
      'backupstorage-manifest-preview',
      'backupstorage-data-source',
    ]);
  });

  it('describes every member, attribute, event, slot, part, custom property and state', () => {
    const LISTS = ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];
    for (const element of elements)
      for (const list of LISTS)
        for (const entry of (element[list] ?? []) as {
          name: string;
          description?: string;
          type?: object;
          kind?: string;
        }[]) {
          expect(entry.description, `${element.tagName} ${list} ${entry.name}`).to.be.a('string').and.not.equal('');
          if (list === 'attributes' || list === 'events' || entry.kind === 'field')
            expect(entry.type, `${element.tagName} ${list} ${entry.name}`).to.be.an('object');
        }
  });

  it('has every event class, with its fields', () => {
    const classes = new Map(declarations.map((declaration) => [declaration.name, declaration]));
    for (const element of elements)
      for (const event of (element['events'] ?? []) as { name: string; type: { text: string } }[]) {
        const declared = classes.get(event.type.text);
        expect(declared, `${event.name}: ${event.type.text}`).to.be.an('object');
      }
  });
});
