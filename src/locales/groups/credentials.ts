import { credentials as english } from '../en/credentials.js';
import type { Group } from '../group.js';

export type CredentialsMessages = ReturnType<typeof english>;

/** The credentials in the form. */
export const credentials: Group<'credentials', CredentialsMessages> = {
  name: 'credentials',
  english,
  translations: {
    ar: async () => (await import('../ar/credentials.js')).credentials,
    bn: async () => (await import('../bn/credentials.js')).credentials,
    de: async () => (await import('../de/credentials.js')).credentials,
    ja: async () => (await import('../ja/credentials.js')).credentials,
    'zh-Hans': async () => (await import('../zh-Hans/credentials.js')).credentials,
  },
};
