import { fields as english } from '../en/fields.js';
import type { Group } from '../group.js';

export type FieldsMessages = ReturnType<typeof english>;

/** The fields that the form overlay names. */
export const fields: Group<'fields', FieldsMessages> = {
  name: 'fields',
  english,
  translations: {
    ar: async () => (await import('../ar/fields.js')).fields,
    bn: async () => (await import('../bn/fields.js')).fields,
    de: async () => (await import('../de/fields.js')).fields,
    ja: async () => (await import('../ja/fields.js')).fields,
    'zh-Hans': async () => (await import('../zh-Hans/fields.js')).fields,
  },
};
