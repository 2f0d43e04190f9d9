import { expect } from 'chai';
import { formatsOf } from '../../../src/locales/formats.js';
import { PLURAL_FORMS } from '../../../src/locales/languages.js';

describe('formats of a language', () => {
  for (const language of Object.keys(PLURAL_FORMS)) {
    it(`${language}: what is listed can be told apart`, () => {
      const formats = formatsOf(language, language);
      for (const listed of [formats.series, formats.list, formats.either])
        expect(listed(['prod', 'demo'])).to.match(/^prod.*[^\s\w].*demo$|^prod \p{L}+ demo$/u);
    });
  }

  const NUMBERS = [
    0, 1, 2, 3, 5, 9, 10, 11, 21, 99, 100, 101, 999, 1000, 1001, 1234, 12_345, 999_999, 1e6, 1.5, -1, -999, 1e9,
  ];
  const TAGS = [
    ...[
      'de',
      'de-DE',
      'de-AT',
      'de-CH',
      'de-LI',
      'en',
      'en-US',
      'en-GB',
      'en-AU',
      'en-CA',
      'en-IE',
      'en-NZ',
      'en-IN',
      'en-CH',
      'en-ZA',
      'en-AE',
      'es',
      'es-419',
      'es-MX',
      'fr',
      'fr-CA',
    ],
    ...[
      'fr-MA',
      'it',
      'it-CH',
      'ja',
      'ja-JP',
      'ko',
      'nl',
      'pt',
      'pt-PT',
      'zh',
      'zh-Hans',
      'zh-Hans-CN',
      'zh-CN',
      'zh-TW',
    ],
    ...[
      'zh-Hant-HK',
      'ar',
      'ar-AE',
      'ar-EG',
      'bn',
      'bn-BD',
      'fa',
      'mr',
      'my',
      'ne',
      'hi',
      'de-u-nu-arab',
      'en-u-nu-deva',
    ],
    ...['en-GB-u-nu-fullwide', 'ja-u-nu-hanidec', 'zh-u-nu-hanidec', 'enm', 'dev', 'zhx'],
  ];
  for (const tag of TAGS)
    it(`${tag}: numbers and plurals are those of Intl, though most do without it`, () => {
      const formats = formatsOf(tag, tag);
      const [number, plural] = [new Intl.NumberFormat(tag), new Intl.PluralRules(tag)];
      const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
      for (const value of NUMBERS) {
        expect(formats.number(value)).to.equal(number.format(value));
        expect(formats.plural(value, forms), String(value)).to.equal(plural.select(value));
      }
    });

  it('follow the browser where no region is known', () => {
    const formats = formatsOf('en', undefined);
    for (const value of NUMBERS) expect(formats.number(value)).to.equal(new Intl.NumberFormat().format(value));
  });
});
