import { expect } from 'chai';
import { formatsOf } from '../../../src/locales/formats.js';
import { ALL_GROUPS } from '../../../src/locales/groups/index.js';
import { PLURAL_FORMS, type Language, type Translation } from '../../../src/locales/languages.js';
import { SAME_AS_ENGLISH } from './same-as-english.js';
import { SAMPLES } from './samples.js';

type Say = (...args: readonly unknown[]) => string;
type Words = Readonly<Record<string, unknown>>;

const LANGUAGES = Object.keys(PLURAL_FORMS) as Language[];
const TRANSLATIONS = LANGUAGES.filter((language): language is Translation => language !== 'en');

/** With these counts plurals are tried: they have different forms in one language or another. */
const COUNTS = [0, 1, 2, 5, 11, 100];

const english: Words = Object.assign({}, ...ALL_GROUPS.map((group) => group.english(formatsOf('en', 'en'))));

async function wordsIn(language: Language): Promise<Words> {
  if (language === 'en') return english;
  const formats = formatsOf(language, language);
  const tables = await Promise.all(ALL_GROUPS.map((group) => group.translations[language]()));
  return Object.assign({}, ...tables.map((table) => table(formats)));
}

/** The texts of a table, with the paths that they have in it. */
function textsOf(words: Words): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    if (typeof word === 'string') return [[key, word]];
    if (typeof word === 'function') return [[key, (word as Say)(...argsFor(key, word as Say))]];
    return Object.entries(word as Record<string, string>).map(([inner, text]) => [`${key}.${inner}`, text]);
  });
}

function argsFor(key: string, say: Say): readonly unknown[] {
  const sample = (SAMPLES as Record<string, readonly unknown[]>)[key];
  const { length } = english[key] as Say;
  return sample ?? Array.from({ length: Math.max(length, say.length) }, (_, at) => `ARGUMENT${at + 1}`);
}

const kindsOf = (words: Words) =>
  Object.fromEntries(
    Object.entries(words).map(([key, word]) => [
      key,
      typeof word === 'object' ? Object.keys(word as object).toSorted() : typeof word,
    ]),
  );

describe('the catalogue', () => {
  it('has each key in one group only', () => {
    const keys = ALL_GROUPS.flatMap((group) => Object.keys(group.english(formatsOf('en', 'en'))));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).to.deep.equal([]);
  });

  for (const language of LANGUAGES)
    describe(language, () => {
      let words: Words;
      before(async () => {
        words = await wordsIn(language);
      });

      it('has the plural forms that Intl has', () => {
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        expect([...PLURAL_FORMS[language]].toSorted()).to.deep.equal([...pluralCategories].toSorted());
      });

      it('has the same keys as English, and the same kinds of words', () => {
        expect(kindsOf(words)).to.deep.equal(kindsOf(english));
      });

      it('has no empty text', () => {
        expect(textsOf(words).filter(([, text]) => text.trim() === '')).to.deep.equal([]);
      });

      it('says everything that a message is called with', () => {
        const { number, date, bytes } = formatsOf(language, language);
        for (const [key, word] of Object.entries(words)) {
          if (typeof word !== 'function') continue;
          const say = word as Say;
          const args = argsFor(key, say);
          const said = say(...args);
          args.forEach((arg, at) => {
            const where = `${key}, argument ${at + 1}, in “${said}”`;
            if (typeof arg === 'boolean') {
              expect(say(...args.with(at, !arg)), where).not.to.equal(said);
              return;
            }
            const texts: readonly string[] =
              typeof arg === 'number'
                ? [String(arg), number(arg), date(arg), bytes(arg)]
                : [(arg as readonly string[]).slice(0, 1), (arg as readonly string[]).slice(1)].flat();
            if (typeof arg === 'string') expect(said, where).to.contain(arg);
            else if (typeof arg === 'number')
              expect(
                texts.some((text) => said.includes(text)),
                where,
              ).to.equal(true);
            else for (const text of texts) expect(said, where).to.contain(text);
          });
        }
      });

      it('has one form for counts of one plural category, and numbers in it where there are several', () => {
        const rules = new Intl.PluralRules(language);
        const { number } = formatsOf(language, language);
        for (const [key, args] of Object.entries(SAMPLES) as [string, readonly unknown[]][])
          args.forEach((arg, at) => {
            // What has not happened is left out, and sizes have units.
            if (typeof arg !== 'number' || key === 'liveNews' || key.startsWith('hidden')) return;
            // A date.
            if (arg > 1e9) return;
            const forms = new Map<string, string>();
            for (const count of COUNTS) {
              const said = (words[key] as Say)(...args.with(at, count));
              const shown = [number(count), String(count)].join('|');
              const form = said.replaceAll(new RegExp(`(?<!\\p{Nd}[.,]?)(${shown})(?![.,]?\\p{Nd})`, 'gu'), '#');
              const category = rules.select(count);
              const known = forms.get(category) ?? form;
              expect(form, `${key} of ${count}: ${said}`).to.equal(known);
              forms.set(category, known);
            }
          });
      });
    });

  for (const language of TRANSLATIONS)
    it(`${language} says nothing as English does, but for what is on the list`, async () => {
      const own = new Map(textsOf(await wordsIn(language)));
      const same = textsOf(english).filter(([path, text]) => /\p{L}{2}/u.test(text) && own.get(path) === text);
      const allowed = new Set([...SAME_AS_ENGLISH.all, ...(SAME_AS_ENGLISH[language] ?? [])]);
      expect(same.map(([path]) => path).filter((path) => !allowed.has(path))).to.deep.equal([]);
    });
});
