import { advice as english } from '../en/advice.js';
import type { Group } from '../group.js';

export type AdviceMessages = ReturnType<typeof english>;

/** What the form warns of before the server is asked. */
export const advice: Group<'advice', AdviceMessages> = {
  name: 'advice',
  english,
  translations: {
    ar: async () => (await import('../ar/advice.js')).advice,
    bn: async () => (await import('../bn/advice.js')).advice,
    de: async () => (await import('../de/advice.js')).advice,
    ja: async () => (await import('../ja/advice.js')).advice,
    'zh-Hans': async () => (await import('../zh-Hans/advice.js')).advice,
  },
};
