import { apiVersionOf, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject, ObjectMeta } from '../../model/types.js';
import type { DataSourceError } from '../errors.js';
import type { WriteOptions } from '../types.js';
import { isJsonObject, mutableCopy, type JsonObject } from './json.js';
import { metaTypeFault, metaWarnings } from './object-meta.js';
import type { SchemaChecks } from './schema-checks.js';
import { isSecret, secretFault, storedSecret } from './secrets.js';
import { badRequest, invalid, undecodable } from './status.js';

/** A body that has been read: known fields only, with all the metadata there can be. */
export type Body = KubernetesObject & JsonObject & { metadata: ObjectMeta };

/** What reading a body gave. */
export interface Intake {
  body: Body;
  warnings: string[];
}

const FIELD_VALIDATIONS = ['', 'Ignore', 'Strict', 'Warn'];

/**
 * Reads what was sent, as the server's decoder does: types of metadata, unknown fields by `fieldValidation`, Secrets'
 * `stringData`. `refuseUnknown` makes the error of strict validation, which differs between a body and a patch.
 */
export function takeIn(
  type: ResourceType,
  value: unknown,
  fieldValidation: WriteOptions['fieldValidation'],
  checks: SchemaChecks,
  refuseUnknown: (fault: string, value: JsonObject) => DataSourceError = (fault) =>
    undecodable(type.kind, type.version, fault),
): Intake {
  checkFieldValidation(fieldValidation);
  const body = mutableCopy(value);
  if (!isJsonObject(body)) throw badRequest('the object provided is unrecognized (must be of type ' + type.kind + ')');
  body.apiVersion ??= apiVersionOf(type);
  body.kind ??= type.kind;
  body.metadata ??= {};
  checkTypeMeta(type, body, fieldValidation);
  const fault = metaTypeFault(body.metadata) ?? (isSecret(type) ? secretFault(body) : undefined);
  if (fault !== undefined) throw undecodable(type.kind, type.version, fault);
  dropNullMembers(body.metadata as JsonObject);

  const asSent = fieldValidation === 'Strict' ? mutableCopy(body) : body;
  const unknown = checks.prune(body as KubernetesObject).map((path) => `unknown field ${JSON.stringify(path)}`);
  if (fieldValidation === 'Strict' && unknown.length > 0)
    throw refuseUnknown(`strict decoding error: ${unknown.join(', ')}`, asSent);
  const warnings = [...(fieldValidation === 'Ignore' ? [] : unknown), ...metaWarnings(body.metadata as ObjectMeta)];
  return { body: (isSecret(type) ? storedSecret(body as KubernetesObject) : body) as Body, warnings };
}

/** 422 for a `fieldValidation` that there is not. */
export function checkFieldValidation(fieldValidation: WriteOptions['fieldValidation']): void {
  if (fieldValidation === undefined || FIELD_VALIDATIONS.includes(fieldValidation)) return;
  const supported = FIELD_VALIDATIONS.map((value) => JSON.stringify(value)).join(', ');
  const message = `Unsupported value: ${JSON.stringify(fieldValidation)}: supported values: ${supported}`;
  throw invalid({ kind: 'CreateOptions', group: 'meta.k8s.io' }, [
    { reason: 'FieldValueNotSupported', message, field: 'fieldValidation' },
  ]);
}

function checkTypeMeta(type: ResourceType, body: JsonObject, fieldValidation: WriteOptions['fieldValidation']): void {
  const { apiVersion, kind } = body;
  if (apiVersion !== apiVersionOf(type)) {
    const version = String(apiVersion).split('/').at(-1) ?? '';
    // Decoded as nothing in particular, such a body consists of unknown fields.
    const unknown = Object.keys(body).filter((key) => !['apiVersion', 'kind', 'metadata'].includes(key));
    if (fieldValidation === 'Strict' && unknown.length > 0) {
      const fields = unknown.sort().map((key) => `unknown field ${JSON.stringify(key)}`);
      throw undecodable(type.kind, version, `strict decoding error: ${fields.join(', ')}`);
    }
    throw badRequest(
      `the API version in the data (${String(apiVersion)}) does not match the expected API version (${apiVersionOf(type)})`,
    );
  }
  if (kind === type.kind) return;
  if (type.group === '')
    throw undecodable(type.kind, type.version, `no kind "${String(kind)}" is registered for version "${type.version}"`);
  const name = (body.metadata as ObjectMeta | undefined)?.name;
  const message = `Invalid value: ${JSON.stringify(kind)}: must be ${type.kind}`;
  throw invalid({ kind: String(kind), group: type.group, name }, [
    { reason: 'FieldValueInvalid', message, field: 'kind' },
  ]);
}

/** Go reads a null member of a struct as if it were absent. */
function dropNullMembers(metadata: JsonObject): void {
  for (const [key, value] of Object.entries(metadata)) if (value === null) delete metadata[key];
  for (const key of ['labels', 'annotations'])
    if (isJsonObject(metadata[key]))
      metadata[key] = Object.fromEntries(Object.entries(metadata[key]).map(([name, value]) => [name, value ?? '']));
}
