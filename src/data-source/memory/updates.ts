import type { ResourceType } from '../../model/resources.js';
import type { DataSourceError } from '../errors.js';
import type { PatchOptions } from '../types.js';
import type { StoredObject } from './event-window.js';
import type { Body } from './intake.js';
import { goJson, goTypeName, isJsonObject, mutableCopy, type JsonObject } from './json.js';
import { jsonPatch, mergePatch, PatchFault } from './patch.js';
import { isSecret } from './secrets.js';
import { badRequest, invalid, qualifiedResource, unprocessablePatch } from './status.js';

/** The members that no update changes. */
export function keepServerOwned(body: Body, existing: StoredObject): void {
  const { metadata } = body;
  const known = existing.metadata;
  for (const key of [
    'uid',
    'resourceVersion',
    'creationTimestamp',
    'generation',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'generateName',
    'managedFields',
  ] as const) {
    delete metadata[key];
    if (known[key] !== undefined) Object.assign(metadata, { [key]: mutableCopy(known[key]) });
  }
  delete body.status;
  // Only the status subresource changes it.
  const { status } = existing;
  if (status !== undefined) body.status = mutableCopy(status);
}

/** The object after a patch; throws the server's refusal of one that cannot be applied. */
export function patched(existing: StoredObject, patch: unknown, kind: PatchOptions['type']): unknown {
  if (kind === 'merge') {
    if (!isJsonObject(patch))
      throw badRequest(`json: cannot unmarshal ${goTypeName(patch)} into Go value of type map[string]interface {}`);
    return mergePatch(existing, patch);
  }
  try {
    return jsonPatch(existing, patch);
  } catch (thrown) {
    if (thrown instanceof PatchFault) throw unprocessablePatch(thrown.message);
    throw thrown;
  }
}

/** Strict validation of a patch quotes the whole patched object; a Secret's is left out. */
export function unknownInPatch(type: ResourceType, fault: string, value: JsonObject): DataSourceError {
  const quoted = isSecret(type) ? `"(${qualifiedResource(type)})"` : JSON.stringify(goJson(value));
  const message = `Invalid value: ${quoted}: ${fault}`;
  return invalid({ kind: '', group: '' }, [{ reason: 'FieldValueInvalid', message, field: 'patch' }]);
}
