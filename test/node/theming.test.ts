/** docs/theming.md against reality: tokens, parts and states are those that the elements have, no more and no fewer. */
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';

interface Named {
  name: string;
}
interface Declaration {
  tagName?: string;
  cssProperties?: Named[];
  cssParts?: Named[];
  cssStates?: Named[];
}

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: { declarations?: Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
const page = readFileSync('docs/theming.md', 'utf8');
const TOKEN = /--backupstorage-[a-z][\w-]*[a-z]/g;

const section = (title: string) => page.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!;
/** The entries of a list in which each item is an element and the names of what it has. */
const listed = (title: string, tag: string) => {
  const line = section(title)
    .split('\n')
    .find((one) => one.startsWith(`- \`${tag}\`:`));
  return [...(line ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!).slice(1);
};
const names = (list: Named[] | undefined) => (list ?? []).map(({ name }) => name).toSorted();
const unique = (list: Iterable<string>) => [...new Set(list)].toSorted();

const textsOf = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
const tokensIn = (text: string) => unique([...text.matchAll(TOKEN)].map(([name]) => name));

const documented = unique([...section('Tokens').matchAll(/^\| `(--[\w-]+)`/gm)].map(([, name]) => name!));

describe('docs/theming.md', () => {
  it('has a row for every token that the sources read, and for no other', () => {
    const withoutComments = textsOf('src', '.ts').replace(/\/\*\*[\s\S]*?\*\//g, '');
    expect(documented).to.deep.equal(tokensIn(withoutComments));
  });

  it('has the tokens of custom-elements.json', () => {
    expect(documented).to.deep.equal(unique(elements.flatMap(({ cssProperties }) => names(cssProperties))));
  });

  it('is all that the theme files set', () => {
    expect(documented).to.include.members(tokensIn(textsOf('src/themes', '.css')));
  });

  for (const { tagName, cssParts, cssStates } of elements) {
    if (cssParts?.length)
      it(`names the parts of <${tagName}>`, () => {
        expect(listed('Parts', tagName!)).to.deep.equal(names(cssParts));
      });
    if (cssStates?.length)
      it(`names the states of <${tagName}>`, () => {
        expect(listed('States', tagName!)).to.deep.equal(names(cssStates));
      });
  }
});
