import { manifest as english } from '../en/manifest.js';
import type { Group } from '../group.js';

export type ManifestMessages = ReturnType<typeof english>;

/** The manifest: its editor, the server’s verdict, the submit. */
export const manifest: Group<'manifest', ManifestMessages> = {
  name: 'manifest',
  english,
  translations: {
    ar: async () => (await import('../ar/manifest.js')).manifest,
    bn: async () => (await import('../bn/manifest.js')).manifest,
    de: async () => (await import('../de/manifest.js')).manifest,
    ja: async () => (await import('../ja/manifest.js')).manifest,
    'zh-Hans': async () => (await import('../zh-Hans/manifest.js')).manifest,
  },
};
