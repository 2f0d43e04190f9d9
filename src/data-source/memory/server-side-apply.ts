import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject, ObjectMeta } from '../../model/types.js';
import type { ApplyOptions } from '../types.js';
import {
  afterApply,
  applyConflicts,
  beforeFirstApply,
  type FieldConflict,
  type ManagedFieldsEntry,
  type Writer,
} from './field-managers.js';
import type { StoredObject } from './event-window.js';
import { takeIn, type Body } from './intake.js';
import { isJsonObject, mutableCopy } from './json.js';
import type { SchemaChecks } from './schema-checks.js';
import { applyConflict, badRequest, failureStatus, gvkOf, refusal } from './status.js';

/** A configuration that has been read, and what becomes of a stored object under it. */
export interface Application {
  configuration: Body;
  warnings: string[];
  merge: (live: StoredObject) => { object: Body; entries: ManagedFieldsEntry[] };
}

/** Server-side apply: reads the configuration, refuses conflicts with other managers unless forced, and merges. */
export function mergedByApply(
  type: ResourceType,
  object: unknown,
  writer: Writer,
  options: ApplyOptions,
  checks: SchemaChecks,
): Application {
  const given = isJsonObject(object) && isJsonObject(object.metadata) ? (object.metadata as ObjectMeta) : {};
  if (given.managedFields?.length) throw badRequest('metadata.managedFields must be nil');
  checkTyped(type, object, checks);
  const { body, warnings } = takeIn(type, object, options.fieldValidation, checks);
  const merge = (stored: StoredObject): ReturnType<Application['merge']> => {
    const current = mutableCopy(stored) as Body;
    const tracked = (stored.metadata.managedFields ?? []) as ManagedFieldsEntry[];
    const entries = tracked.length > 0 ? tracked : [beforeFirstApply(current, writer)];
    const { uid: _uid, resourceVersion: _version, ...owned } = body.metadata;
    const configuration = { ...body, metadata: owned };
    const conflicts = applyConflicts(entries, current, configuration, writer);
    if (conflicts.length > 0 && !options.force) throw conflictError(conflicts);
    const result = afterApply(entries, current, configuration, writer);
    const next = result.object as Body;
    next.metadata = { ...next.metadata };
    // What the configuration says of these is a precondition, checked when the object is replaced.
    if (body.metadata.resourceVersion) next.metadata.resourceVersion = body.metadata.resourceVersion;
    if (body.metadata.uid) next.metadata.uid = body.metadata.uid;
    return { object: next, entries: result.entries };
  };
  return { configuration: body, warnings, merge };
}

/** An apply's configuration is typed by the schema: an unknown field is an error whatever the field validation. */
function checkTyped(type: ResourceType, object: unknown, checks: SchemaChecks): void {
  if (!isJsonObject(object)) return;
  const unknown = checks
    .prune(mutableCopy(object) as KubernetesObject)
    .map((path) => `.${path}: field not declared in schema`);
  if (unknown.length === 0) return;
  const { namespace = '', name = '' } = (object.metadata ?? {}) as ObjectMeta;
  const faults = unknown.length === 1 ? unknown[0] : `errors:\n${unknown.map((fault) => `  ${fault}`).join('\n')}`;
  const message = `failed to create typed patch object (${namespace}/${name}; ${gvkOf(type)}): ${faults}`;
  throw refusal(failureStatus({ code: 500, message }));
}

function conflictError(conflicts: readonly FieldConflict[]) {
  const name = ({ owner }: FieldConflict): string =>
    JSON.stringify(owner.manager) + (owner.operation === 'Update' ? ` using ${owner.apiVersion}` : '');
  const field = ({ path }: FieldConflict): string => path.map((step) => `.${step}`).join('');
  const causes = conflicts.map((one) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${name(one)}`,
    field: field(one),
  }));
  const [first] = conflicts;
  if (first && conflicts.length === 1)
    return applyConflict(causes, `Apply failed with 1 conflict: conflict with ${name(first)}: ${field(first)}`);
  const sections = [...new Set(conflicts.map(name))].sort().map((manager) => {
    const fields = conflicts.filter((one) => name(one) === manager).map((one) => `- ${field(one)}`);
    return `conflicts with ${manager}:\n${fields.join('\n')}`;
  });
  return applyConflict(causes, `Apply failed with ${conflicts.length} conflicts: ${sections.join('\n')}`);
}
