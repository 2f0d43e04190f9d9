import { isObject, type JsonObject } from '../../manifest/json.js';
import { isSecret } from '../../manifest/redact.js';
import type { KubernetesObject } from '../../model/types.js';

/** The objects without their Secret: the storage uses the one that has the name already. */
export function withExistingSecret(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter((object) => !isSecret(object));
}

/** The objects with their Secret under the next name, and the storage naming it so. */
export function withNextSecretName(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const name = objects.find(isSecret)?.metadata?.name;
  if (!name) return [...objects];
  const next = nextName(name);
  return objects.map((object) => {
    if (isSecret(object)) return { ...object, metadata: { ...object.metadata, name: next } };
    const { spec } = object as { spec?: unknown };
    return isObject(spec) ? ({ ...object, spec: renamed(spec, name, next) } as KubernetesObject) : object;
  });
}

function nextName(name: string): string {
  const [, stem = name, number] = /^(.*?)(?:-(\d{1,6}))?$/.exec(name) ?? [];
  return `${stem}-${number === undefined ? 2 : Number(number) + 1}`;
}

/** Wherever the storage names the Secret: only its schema knows what a provider calls the field. */
function renamed(value: unknown, name: string, next: string): unknown {
  if (value === name) return next;
  if (Array.isArray(value)) return value.map((item) => renamed(item, name, next));
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = renamed(inner, name, next);
  return copy;
}
