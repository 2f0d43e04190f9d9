import { parseServerPath } from './server-path.js';
import { isObject, member } from './json.js';
import type { FieldPath, StructuralSchema } from './types.js';

/** One cause of a refusal, as in `details.causes` of the server's Status. */
export interface FieldCause {
  /** The path in the server's notation; `<nil>` for a fault that the server gives no field. */
  field: string;
  message: string;
  /** Such as `FieldValueRequired`. */
  reason: string;
}

/** A field that strict validation refuses. */
export interface StrictFault {
  /** The path in the server's notation; of a duplicate in a YAML body only the key. */
  field: string;
  kind: 'unknown' | 'duplicate';
}

/**
 * The fields that a refusal under strict validation, or a warning of the same text, is about. The server reports all of
 * them in one message, without causes, and does so instead of the errors of the schema.
 */
export function fieldsOfStrictError(message: string): StrictFault[] {
  // A patch is quoted in the message before the error, and may itself hold such words.
  const start = message.lastIndexOf('strict decoding error: ');
  const text = start < 0 ? message : message.slice(start);
  const faults = text.matchAll(
    /(unknown|duplicate) field "(.*?)"(?=$|\s|, (?:unknown|duplicate) field ")|key "(.*?)" already set in map/g,
  );
  return [...faults].map(([, kind, field, key]) => ({
    field: (field ?? key)!,
    kind: kind === 'unknown' ? 'unknown' : 'duplicate',
  }));
}

/** The server says so when faults of the schema kept it from checking the CEL rules: nobody can act on it. */
export function isNotice(message: string): boolean {
  return message.includes('some validation rules were not checked');
}

/**
 * The causes that a message holds where the server names no field: `anyOf`, `oneOf`, `allOf` and `not` (field `<nil>`),
 * strict validation, a patch, or a value of the wrong type in the metadata. Empty if the message names none either.
 */
export function causesOfMessage(message: string): FieldCause[] {
  if (isNotice(message)) return [];
  const strict = fieldsOfStrictError(message);
  if (strict.length > 0)
    return strict.map(({ field, kind }) => ({
      field,
      message: `${kind} field ${JSON.stringify(field)}`,
      reason: kind === 'unknown' ? 'FieldValueNotSupported' : 'FieldValueDuplicate',
    }));
  const field = fieldIn(message);
  return field === undefined ? [] : [{ field, message, reason: 'FieldValueInvalid' }];
}

const FIELDS = [
  /"((?:[^"\\]|\\.)+)" must (?:not )?validate /,
  /^(?:.*: )?(\.\S+): field not declared in schema/,
  /\(?(?:\/[^;]*; [^)]*\): )(\.\S+): /,
];

function fieldIn(message: string): string | undefined {
  for (const pattern of FIELDS) {
    const field = pattern.exec(message)?.[1];
    if (field !== undefined) return field.replaceAll(/\\(.)/g, '$1');
  }
  const metadata = /Go struct field ObjectMeta\.([\w.]+) of type/.exec(message)?.[1];
  return metadata === undefined ? undefined : `metadata.${metadata}`;
}

/**
 * The field of the submitted object that a cause of the server's means: a path of its own if it has one, otherwise the
 * one in its message. For labels and annotations the server names only the map; the key is found by what it quotes.
 */
export function pathOfCause(
  { field, message }: { field?: string | undefined; message: string },
  schema: StructuralSchema,
  value?: unknown,
): FieldPath | undefined {
  const path = field === undefined ? undefined : parseServerPath(field, schema, value);
  if (path) return keyIn(path, message, value);
  const [cause, ...more] = causesOfMessage(message);
  return cause && more.length === 0 ? parseServerPath(cause.field, schema, value) : undefined;
}

function keyIn(path: FieldPath, message: string, value: unknown): FieldPath {
  const [parent, name, ...more] = path;
  if (parent !== 'metadata' || (name !== 'labels' && name !== 'annotations') || more.length > 0) return path;
  const quoted = /Invalid value: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1];
  const metadata = isObject(value) ? value['metadata'] : undefined;
  const map = isObject(metadata) ? metadata[name] : undefined;
  if (quoted === undefined || !isObject(map)) return path;
  const text = unquoted(quoted);
  if (member(map, text) !== undefined) return [...path, text];
  const keys = Object.keys(map).filter((key) => map[key] === text);
  // The same value may stand at several keys: then the map as a whole is all that is known.
  return keys.length === 1 ? [...path, keys[0]!] : path;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text; // Go escapes a few characters that JSON does not
  }
}
