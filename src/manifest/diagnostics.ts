import type { ManifestWords } from '../locales/index.js';
import type { ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import { applyDefaults } from '../schema/defaults.js';
import { formatServerPath, schemaAt } from '../schema/field-path.js';
import { pruneNulls, unknownFields } from '../schema/prune.js';
import { pathOfCause } from '../schema/server-causes.js';
import type { FieldPath } from '../schema/types.js';
import { causesOf } from '../schema/wording.js';
import { knownKind, type KnownKind, type SchemaOf } from './assist-kinds.js';
import { nearest } from './assist-nearest.js';
import { placedFaults } from './checks.js';
import { metadataFindings, secretFindings, type Finding } from './diagnostics-fixed.js';
import { placerOf, type PlacePart } from './diagnostics-places.js';
import { messageOf, type ManifestIssue } from './manifest-issue.js';
import type { ReadManifest } from './parse.js';
import { maskSecrets } from './redact.js';
import { englishManifest } from './words.js';

export { placeOf, type PlacePart } from './diagnostics-places.js';

/** Something wrong with the text, or with what it says, at its place. */
export interface ManifestDiagnostic extends ManifestIssue {
  /** With an error nothing can be created. */
  severity: 'error' | 'warning';
  /** Which of the manifest's objects it is about; absent where the text cannot be read, or an object is not there. */
  document?: number;
  /** The field in that object. One that is missing has the path that it would have. */
  path?: FieldPath;
}

export interface DiagnoseOptions {
  /** Without it only what holds for every object is looked at. */
  schemaOf?: SchemaOf | undefined;
  /** English unless given. */
  messages?: ManifestWords;
  /** What is to be created beside its Secret. Absent: the objects need not belong together. */
  type?: ResourceType | undefined;
  /** The objects of the text with their masks replaced, so that a mask is not taken for a value. */
  objects?: readonly KubernetesObject[];
}

/**
 * Everything that is wrong with a manifest, in the order of the text. Where the text cannot be read that is all that is
 * said. No message quotes a value of a Secret.
 */
export function diagnose(read: ReadManifest, options: DiagnoseOptions = {}): ManifestDiagnostic[] {
  const { messages = englishManifest(), schemaOf, type, objects = read.objects } = options;
  if (read.issues.length > 0)
    return read.issues.map((issue) => ({ ...issue, message: messageOf(issue, messages), severity: 'error' }));
  const placeAt = placerOf(read);
  const diagnostics: ManifestDiagnostic[] = [];
  const seen = new Set<string>();
  const add = (document: number | undefined, { path, message, part = 'value', severity = 'error' }: Finding) => {
    const fields = path.map((_, index) => `${document}\n${path.slice(0, index + 1).join('\n')}`);
    const field = fields.at(-1) ?? '';
    // What was said first is said in the best words; in what is wrong as a whole nothing more is warned of.
    if (seen.has(field) || (severity === 'warning' && fields.some((above) => seen.has(above)))) return;
    if (field !== '') seen.add(field);
    const place = placeAt(document ?? 0, document === undefined ? ['kind'] : path, part);
    if (place) diagnostics.push({ message, severity, ...(document !== undefined && { document, path }), ...place });
  };
  if (type)
    for (const { document, message, path, atKey } of placedFaults(objects, messages, type))
      add(document, { path, message, part: atKey ? 'key' : 'value' });
  for (const [document, object] of objects.entries())
    for (const finding of findingsIn(object, schemaOf, messages)) add(document, finding);
  return diagnostics.sort((a, b) => a.from - b.from || a.to - b.to);
}

function findingsIn(object: KubernetesObject, schemaOf: SchemaOf | undefined, messages: ManifestWords): Finding[] {
  // What holds no credentials is passed on as it is.
  const isSecretive = maskSecrets([object])[0] !== object;
  const known = knownKind(object, schemaOf, messages);
  return [
    ...metadataFindings(object, messages),
    ...(isSecretive ? secretFindings(object, messages) : []),
    ...(known ? schemaFindings(object, known, isSecretive, messages) : []),
    ...(known ? unknownFindings(object, known, messages) : []),
  ];
}

function unknownFindings(object: KubernetesObject, { schema }: KnownKind, messages: ManifestWords): Finding[] {
  return unknownFields(schema, object).map((path) => {
    const siblings = Object.keys(schemaAt(schema, path.slice(0, -1))?.properties ?? {});
    const suggestion = nearest(String(path.at(-1)), siblings) ?? '';
    const message = messages.fieldDropped(formatServerPath(path), suggestion);
    return { path, message, part: 'key' satisfies PlacePart, severity: 'warning' };
  });
}

/** What the server would say of the object, after it has dropped and filled in what it always does. */
function schemaFindings(
  object: KubernetesObject,
  { schema, validate }: KnownKind,
  isSecretive: boolean,
  messages: ManifestWords,
): Finding[] {
  if (!validate) return [];
  const stored = applyDefaults(schema, pruneNulls(schema, structuredClone(object)));
  if (validate(stored)) return [];
  return causesOf(validate.errors ?? [], stored).map((cause) => {
    const path = pathOfCause(cause, schema, stored) ?? [];
    const field = formatServerPath(path, schema);
    if (cause.reason === 'FieldValueRequired' && cause.message === 'Required value')
      return { path, message: messages.required(field) };
    if (isSecretive) return { path, message: messages.fieldRefused(field) };
    return { path, message: field === '' ? cause.message : messages.fieldProblem(field, cause.message) };
  });
}
