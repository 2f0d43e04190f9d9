import type { Table } from './group.js';
import type { AnyMessages } from './merge.js';

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ' },
  ...{ n: 'ñ', o: 'ó', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  ...{ A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ' },
  ...{ N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};

/** Translations are longer than English: by so much a text grows. */
const GROWTH = 0.4;

/** `Retry` as `[!! Ŕéţŕý·· !!]`: it can be read, is longer, and shows where it begins and ends. */
export function pseudoText(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const accented = [...text].map((letter) => ACCENTS[letter] ?? letter).join('');
  return `[!! ${accented}${'·'.repeat(Math.ceil(text.length * GROWTH))} !!]`;
}

/**
 * A table of words in a language that nobody speaks, made of the English one: what still reads as English on a page in it
 * has not gone through the catalogue, and what does not fit will not fit in other languages.
 */
export function pseudo(english: Table): Table {
  return (formats) => pseudoWords(english(formats) as AnyMessages) as object;
}

function pseudoWords(words: AnyMessages): AnyMessages {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, pseudoWord(word)]));
}

function pseudoWord(word: unknown): unknown {
  if (typeof word === 'string') return pseudoText(word);
  if (typeof word === 'function') return (...args: unknown[]) => pseudoText(String(word(...args)));
  return pseudoWords(word as AnyMessages);
}
