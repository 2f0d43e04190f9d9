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
});
