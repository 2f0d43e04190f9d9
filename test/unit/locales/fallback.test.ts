import { expect } from 'chai';
import type { Group } from '../../../src/locales/group.js';
import { PLURAL_FORMS, type Translation } from '../../../src/locales/languages.js';
import { lookupChain, tagOf } from '../../../src/locales/tags.js';
import { Words } from '../../../src/locales/words.js';

interface Greeting {
  greeting: string;
}
type Greetings = Group<string, Greeting>;
type Load = Greetings['translations'][Translation];

const TRANSLATIONS = Object.keys(PLURAL_FORMS).filter((one): one is Translation => one !== 'en');

/** A group of one word in each language, made only when it is asked for. Tables are known by name: each is another one. */
function group(name: string, load: Partial<Record<Translation, Load>> = {}) {
  const asked: string[] = [];
  const table = (language: string) => () => ({ greeting: `hello in ${language}` });
  const translation =
    (language: Translation): Load =>
    async () => {
      asked.push(language);
      return load[language]?.() ?? table(language);
    };
  const translations = Object.fromEntries(
    TRANSLATIONS.map((one) => [one, translation(one)]),
  ) as unknown as Greetings['translations'];
  const made: Greetings = { name, english: table('en'), translations };
  return { made, asked };
}

async function greetingIn(locale: string | undefined, name: string): Promise<[said: string, asked: readonly string[]]> {
  const { made, asked } = group(name);
  const words = new Words([made], { locale });
  await words.pending;
  return [words.messages.greeting, asked];
}

describe('locales: which language serves a tag', () => {
  const SERVED: readonly [tag: string | undefined, language: string][] = [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de_AT', 'de'],
    ['DE-at', 'de'],
    ['de-Latn-CH-1996', 'de'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['bn-BD', 'bn'],
    ['ar-EG', 'ar'],
    ['ja-JP', 'ja'],
    // Another script is another language to read.
    ['zh-TW', 'en'],
    ['zh-Hant', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    ['no tag', 'en'],
    [undefined, 'en'],
  ];
  for (const [at, [tag, language]] of SERVED.entries())
    it(`${JSON.stringify(tag)}: ${language}, and no other one is loaded`, async () => {
      const [said, asked] = await greetingIn(tag, `served ${at}`);
      expect(said).to.equal(`hello in ${language}`);
      expect(asked).to.deep.equal(language === 'en' ? [] : [language]);
    });

  it('the closest first', () => {
    expect(lookupChain('de-AT')).to.deep.equal(['de-AT', 'de-Latn', 'de']);
    expect(lookupChain('zh-CN')).to.deep.equal(['zh-CN', 'zh-Hans', 'zh']);
    expect(lookupChain('zh-TW')).to.deep.equal(['zh-TW', 'zh-Hant', 'zh']);
    expect(tagOf('de_AT')).to.equal('de-AT');
    expect(tagOf('no tag')).to.equal(undefined);
  });
});

describe('locales: a translation on its way', () => {
  it('is English for a second at most, and itself once it comes', async () => {
    let come!: (table: () => Greeting) => void;
    const late = new Promise<() => Greeting>((resolve) => (come = resolve));
    const words = new Words([group('late', { de: () => late }).made], { locale: 'de' });
    const began = performance.now();
    await words.pending;
    expect(performance.now() - began).to.be.within(900, 5_000);
    expect(words.messages.greeting).to.equal('hello in en');
    expect(words.pending, 'nothing is waited for any more').to.equal(undefined);

    const said = new Promise<string>((resolve) => {
      const stop = words.listen(() => {
        stop();
        resolve(words.messages.greeting);
      });
    });
    come(() => ({ greeting: 'come at last' }));
    expect(await said).to.equal('come at last');
  });

  it('that cannot be had leaves English, without a wait, and is asked for again by the next', async () => {
    const failing = group('failing', { de: () => Promise.reject(new Error('offline')) });
    const words = new Words([failing.made], { locale: 'de' });
    const began = performance.now();
    await words.pending;
    expect(performance.now() - began).to.be.below(900);
    expect(words.messages.greeting).to.equal('hello in en');
    await new Words([failing.made], { locale: 'de' }).pending;
    expect(failing.asked).to.deep.equal(['de', 'de']);
  });

  it('is loaded once for all who wait', async () => {
    const shared = group('shared by many');
    const all = Array.from({ length: 3 }, () => new Words([shared.made], { locale: 'de' }));
    await Promise.all(all.map(({ pending }) => pending));
    expect(all.map(({ messages }) => messages.greeting)).to.deep.equal(Array(3).fill('hello in de'));
    expect(shared.asked).to.deep.equal(['de']);
  });
});
