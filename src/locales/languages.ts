import type { FormatsOf } from './formats.js';

/**
 * The languages whose words come with the library, each with the plural forms that it has. The forms are those of CLDR:
 * a test compares them with `Intl.PluralRules`.
 */
export const PLURAL_FORMS = {
  en: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  bn: ['one', 'other'],
  de: ['one', 'other'],
  ja: ['other'],
  'zh-Hans': ['other'],
} as const satisfies Record<string, readonly Intl.LDMLPluralRule[]>;

export type Language = keyof typeof PLURAL_FORMS;

/** The languages that are loaded when a page speaks them. English is always there: every other one falls back to it. */
export type Translation = Exclude<Language, 'en'>;

/** What the words of a language are made with: `plural` takes exactly the forms that the language has. */
export type FormatsIn<L extends Language> = FormatsOf<(typeof PLURAL_FORMS)[L][number]>;
