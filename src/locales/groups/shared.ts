import { shared as english } from '../en/shared.js';
import type { Group } from '../group.js';

export type SharedMessages = ReturnType<typeof english>;

/** What the detail, the form and the manifest have in common. */
export const shared: Group<'shared', SharedMessages> = {
  name: 'shared',
  english,
  translations: {
    ar: async () => (await import('../ar/shared.js')).shared,
    bn: async () => (await import('../bn/shared.js')).shared,
    de: async () => (await import('../de/shared.js')).shared,
    ja: async () => (await import('../ja/shared.js')).shared,
    'zh-Hans': async () => (await import('../zh-Hans/shared.js')).shared,
  },
};
