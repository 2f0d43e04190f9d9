import { form as english } from '../en/form.js';
import type { Group } from '../group.js';

export type FormMessages = ReturnType<typeof english>;

/** The create form. */
export const form: Group<'form', FormMessages> = {
  name: 'form',
  english,
  translations: {
    ar: async () => (await import('../ar/form.js')).form,
    bn: async () => (await import('../bn/form.js')).form,
    de: async () => (await import('../de/form.js')).form,
    ja: async () => (await import('../ja/form.js')).form,
    'zh-Hans': async () => (await import('../zh-Hans/form.js')).form,
  },
};
