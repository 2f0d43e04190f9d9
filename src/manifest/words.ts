import { common } from '../locales/groups/common.js';
import { manifest } from '../locales/groups/manifest.js';
import { shared } from '../locales/groups/shared.js';
import { Words, type ManifestWords } from '../locales/index.js';

/** The words that a manifest preview uses. */
export const MANIFEST_WORDS = [common, shared, manifest] as const;

const words = new Words(MANIFEST_WORDS);

/** For whoever does not say in which language: English. */
export const englishManifest = (): ManifestWords => words.messages;
