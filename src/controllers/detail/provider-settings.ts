import { secretFieldOf } from '../../manifest/draft.js';
import { isObject, type JsonObject } from '../../manifest/json.js';
import type { BackupStorage } from '../../model/types.js';
import type { FieldHint, FormOverlay } from '../../schema/form/overlay.js';

/** One setting of a provider, ready to be shown. */
export interface Setting {
  /** Path inside the provider's block. */
  readonly path: string;
  /** The overlay's word, else the path. */
  readonly label: string;
  readonly value: string | number | bigint | boolean;
  /** The label is the path: no words are known for it. */
  readonly isPath: boolean;
}

export interface ProviderSettings {
  readonly provider: string | undefined;
  /** In the overlay's order; what it does not name follows, in the object's. Empty ones are left out. */
  readonly settings: readonly Setting[];
  /** The provider's own block is there. */
  readonly hasBlock: boolean;
  /** Names of blocks of other providers. */
  readonly strayBlocks: readonly string[];
}

/** What `spec.storage` says, apart from the credentials. A provider that the overlay does not know shows its paths. */
export function providerSettings(storage: BackupStorage, overlay: FormOverlay): ProviderSettings {
  const { provider, ...blocks } = storage.spec?.storage ?? {};
  const block = provider ? blocks[provider] : undefined;
  return {
    provider: provider || undefined,
    settings: provider && isObject(block) ? settingsOf(provider, block, overlay) : [],
    hasBlock: isObject(block),
    strayBlocks: Object.keys(blocks).filter((name) => name !== provider && isObject(blocks[name])),
  };
}

function settingsOf(provider: string, block: JsonObject, overlay: FormOverlay): Setting[] {
  const known = Object.hasOwn(overlay.providers, provider) ? overlay.providers[provider] : undefined;
  const choices = (known?.panels ?? []).flatMap(({ choice }) => choice ?? []);
  const hints: readonly FieldHint[] = [
    ...(known?.authFields ?? []),
    ...(known?.panels ?? []).flatMap(({ fields, choice }) => [...fields, ...(choice?.fields ?? [])]),
  ];
  const prefix = `spec.storage.${provider}.`;
  const labels = new Map(hints.map(({ path, label }) => [path.join('.').slice(prefix.length), label]));
  const { [secretFieldOf(block)]: _secret, ...shown } = block;

  const settings: Setting[] = [];
  for (const [key, value] of Object.entries(shown)) {
    // One of several blocks of which one is chosen, such as the volume: which one, and then what is in it.
    const [choice] = isObject(value) ? choices : [];
    if (choice) settings.push({ path: key, label: choice.label, value: labels.get(key) ?? key, isPath: false });
    for (const leaf of leavesOf(key, value)) {
      const label = labels.get(leaf.path);
      settings.push({ ...leaf, label: label ?? leaf.path, isPath: label === undefined });
    }
  }
  const order = [...labels.keys()];
  const placeOf = ({ path }: Setting) => (order.includes(path) ? order.indexOf(path) : order.length);
  return settings.sort((a, b) => placeOf(a) - placeOf(b));
}

function leavesOf(path: string, value: unknown): Pick<Setting, 'path' | 'value'>[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) {
    const plain = value.every((item) => !isObject(item) && !Array.isArray(item));
    if (plain) return value.length === 0 ? [] : [{ path, value: value.map(String).join(', ') }];
    return value.flatMap((item, at) => leavesOf(`${path}[${at}]`, item));
  }
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leavesOf(`${path}.${key}`, inner));
  return [{ path, value: value as Setting['value'] }];
}
