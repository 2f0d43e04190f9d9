import { toDataSourceError } from '../../data-source/errors.js';
import type { DataSource, SchemaAnswer } from '../../data-source/types.js';
import { BACKUP_STORAGES, type ResourceType } from '../../model/resources.js';
import type { StructuralSchema, Validator } from '../../schema/types.js';
import { loadValidator, prefetchValidator } from '../../schema/validator.js';

/** What a form is made of. */
export interface LoadedSchema {
  type: ResourceType;
  schema: StructuralSchema;
  /** Where the schema came from; `fallback` when the cluster's own could not be had. */
  source: SchemaAnswer['source'] | 'fallback';
  validate: Validator;
}

/** Who gives no schema for this long gets the form without: a page must not wait for ever for what it can do without. */
const SCHEMA_DEADLINE_MS = 8_000;

/** Loads the schema of a type, unless the host has given one, and makes a validator of it. */
export async function loadFormSchema(
  source: DataSource | undefined,
  type: ResourceType,
  given: StructuralSchema | undefined,
  signal: AbortSignal,
  deadlineMs = SCHEMA_DEADLINE_MS,
): Promise<LoadedSchema> {
  if (isBackupStorages(type)) prefetchValidator();
  const answer = given
    ? { openAPIV3Schema: given, source: 'host' as const }
    : await askForSchema(source, type, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]));
  const { backupStorageSchema } = await import('../../schema/bundled/backup-storage.js');
  const schema = (answer?.openAPIV3Schema as StructuralSchema | undefined) ?? backupStorageSchema();
  return {
    type,
    schema,
    source: answer?.source ?? 'fallback',
    validate: await loadValidator(schema),
  };
}

export const isBackupStorages = ({ group, kind }: ResourceType): boolean =>
  group === BACKUP_STORAGES.group && kind === BACKUP_STORAGES.kind;

/** The cluster's own schema, if it can be had: it may be newer than ours. */
async function askForSchema(
  source: DataSource | undefined,
  type: ResourceType,
  signal: AbortSignal,
): Promise<SchemaAnswer | undefined> {
  try {
    // A source that does not heed the signal is not waited for either.
    const aborted = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(toDataSourceError(signal.reason)), { once: true }),
    );
    return await Promise.race([source?.schema?.(type, { signal }), aborted]);
  } catch (thrown) {
    if (!isBackupStorages(type)) throw thrown;
    return undefined; // The bundled copy serves, and the form says so.
  }
}

/** The namespaces in which the user may create an object of a type, as far as anybody can tell. */
export async function namespacesToCreateIn(
  source: DataSource | undefined,
  type: ResourceType,
  given: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  let names: readonly string[] = given;
  try {
    const known = (await source?.namespaces?.({ signal }))?.names ?? [];
    names = [...new Set([...given, ...known])];
  } catch {
    // Without the right to list namespaces the name can still be typed.
  }
  if (!source?.review || names.length === 0) return names;
  try {
    const queries = names.map((namespace) => ({ type, verb: 'create' as const, namespace }));
    const answers = await source.review(queries, { signal });
    return names.filter((_, index) => answers[index] !== 'denied');
  } catch {
    return names;
  }
}
