import { checkSecretKey } from '../../model/names.js';
import { SECRETS, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject, Secret } from '../../model/types.js';
import { withoutLastApplied } from '../../model/metadata.js';
import type { StatusCause } from '../errors.js';
import { base64Fault, encodeBase64 } from './base64.js';
import { isJsonObject, sameJson, type JsonObject } from './json.js';
import { decodingFault, stringMapFault } from './object-meta.js';

const MAX_DATA_BYTES = 1024 * 1024;

/** Whether the type is that of Secrets, however the host wrote it down. */
export function isSecret({ group, resource }: Pick<ResourceType, 'group' | 'resource'>): boolean {
  return group === SECRETS.group && resource === SECRETS.resource;
}

/** What the decoder says of a Secret that it cannot read; never with a value in it. */
export function secretFault(secret: JsonObject): string | undefined {
  const { type, data, immutable } = secret;
  const fault =
    stringMapFault(data, 'Secret.data', '[]uint8') ??
    stringMapFault(secret.stringData, 'Secret.stringData') ??
    (type != null && typeof type !== 'string' ? decodingFault(type, 'Secret.type', 'v1.SecretType') : undefined) ??
    (immutable != null && typeof immutable !== 'boolean'
      ? decodingFault(immutable, 'Secret.immutable', 'bool')
      : undefined);
  if (fault !== undefined) return fault;
  for (const value of Object.values(isJsonObject(data) ? data : {})) {
    const offset = typeof value === 'string' ? base64Fault(withoutLineBreaks(value)) : undefined;
    if (offset !== undefined) return `illegal base64 data at input byte ${offset}`;
  }
  return undefined;
}

/** The Secret as it is stored: `stringData`, which wins over `data`, is base64 of its UTF-8 bytes and gone. */
export function storedSecret<T extends KubernetesObject>(secret: T): T {
  const { stringData, ...rest } = secret as Secret;
  const data: Record<string, string> = {};
  for (const [key, value] of Object.entries(rest.data ?? {})) data[key] = withoutLineBreaks(value ?? '');
  for (const [key, value] of Object.entries(stringData ?? {})) data[key] = encodeBase64(value ?? '');
  const holdsData = rest.data !== undefined || stringData !== undefined;
  return { ...rest, ...(holdsData ? { data } : {}), type: rest.type || 'Opaque' } as unknown as T;
}

/** The faults that make the write of a Secret 422. */
export function secretCauses(secret: Secret, old: Secret | undefined): StatusCause[] {
  const causes: StatusCause[] = [];
  let bytes = 0;
  for (const [key, value] of Object.entries(secret.data ?? {})) {
    bytes += (value.length * 3) / 4;
    for (const fault of checkSecretKey(key))
      causes.push({
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${JSON.stringify(key)}: ${fault}`,
        field: `data[${key}]`,
      });
  }
  if (bytes > MAX_DATA_BYTES)
    causes.push({
      reason: 'FieldValueTooLong',
      message: `Too long: may not be more than ${MAX_DATA_BYTES} bytes`,
      field: 'data',
    });
  if (old && secret.type !== old.type)
    causes.push({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(secret.type)}: field is immutable`,
      field: 'type',
    });
  if (old && (old as { immutable?: boolean }).immutable && !sameJson(old.data ?? {}, secret.data ?? {}))
    causes.push({
      reason: 'FieldValueForbidden',
      message: 'Forbidden: field is immutable when `immutable` is set',
      field: 'data',
    });
  return causes;
}

/**
 * What a metadata-only list shows of an object. kubectl's copy of a Secret's manifest has the values in clear: the real
 * server would send it, here it is left out, so that such a list never holds credentials.
 */
export function metadataOnly(type: ResourceType, object: KubernetesObject): KubernetesObject {
  const { metadata = {} } = isSecret(type) ? withoutLastApplied(object) : object;
  return { apiVersion: 'meta.k8s.io/v1', kind: 'PartialObjectMetadata', metadata };
}

function withoutLineBreaks(base64: string): string {
  return base64.replace(/[\r\n]/g, '');
}
