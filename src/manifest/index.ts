export * from './creation-plan.js';
export * from './draft.js';
export * from './parse.js';
export { patchYaml } from './patch.js';
export { MASK, isSecret, maskSecrets, unmaskSecrets, unresolvedMasks } from './redact.js';
export { serialize, toJson, toYaml, type ManifestFormat } from './serialize.js';
