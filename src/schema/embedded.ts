import { checkAnnotationKey, checkDnsLabel, checkLabelKey, checkLabelValue, LABEL_MAX_LENGTH } from '../model/names.js';
import { goType, goValue } from './go-values.js';
import { isObject, member } from './json.js';
import { escapePointer } from './pointer.js';
import type { SchemaError, StructuralSchema } from './types.js';

const KEYWORD = 'x-kubernetes-embedded-resource';

/**
 * The rules for `x-kubernetes-embedded-resource`: such an object has an apiVersion, a kind, and metadata like any other.
 * The errors have ajv's shape and the extension as their keyword; `params.reason` is the server's, and `params.shown`
 * what it quotes.
 */
export function embeddedErrors(schema: StructuralSchema, value: unknown): SchemaError[] {
  const errors: SchemaError[] = [];
  visit(schema, value, '', '#', errors);
  return errors;
}

function visit(schema: StructuralSchema, value: unknown, path: string, schemaPath: string, errors: SchemaError[]) {
  if (Array.isArray(value)) {
    if (schema.items)
      for (const [index, item] of value.entries())
        visit(schema.items, item, `${path}/${index}`, `${schemaPath}/items`, errors);
  } else if (isObject(value)) {
    if (schema[KEYWORD] === true)
      errors.push(...faultsOf(value).map((fault) => errorOf(fault, value, path, schemaPath)));
    const others = isObject(schema.additionalProperties) ? schema.additionalProperties : undefined;
    for (const [key, inner] of Object.entries(value)) {
      const pointer = escapePointer(key);
      const property = member(schema.properties, key);
      if (property)
        visit(property, inner, `${path}/${pointer}`, `${schemaPath}/properties/${encodeURIComponent(pointer)}`, errors);
      else if (others) visit(others, inner, `${path}/${pointer}`, `${schemaPath}/additionalProperties`, errors);
    }
  }
}

interface Fault {
  /** Members below the resource. */
  at: readonly string[];
  /** Why; empty for a value that is required. */
  message: string;
  /** What the server quotes, if it is not the value at the fault's place. */
  shown?: string;
}

function errorOf({ at, message, shown }: Fault, resource: object, path: string, schemaPath: string): SchemaError {
  const required = message === '';
  let data: unknown = resource;
  for (const name of at) data = isObject(data) ? member(data, name) : undefined;
  return {
    instancePath: `${path}${at.map((name) => `/${escapePointer(name)}`).join('')}`,
    schemaPath: `${schemaPath}/${KEYWORD}`,
    keyword: KEYWORD,
    params: {
      member: at.join('.'),
      reason: required ? 'FieldValueRequired' : 'FieldValueInvalid',
      ...(!required && { shown: shown ?? goValue(data) }),
    },
    message: required ? `must have ${at.join('.')}, not empty` : message,
    data,
  };
}

function faultsOf(resource: Record<string, unknown>): Fault[] {
  return [
    ...textFaults(resource, 'apiVersion', groupVersionFaults),
    ...textFaults(resource, 'kind', kindFaults),
    ...metadataFaults(resource['metadata']).map((fault) => ({ ...fault, at: ['metadata', ...fault.at] })),
  ];
}

function textFaults(resource: Record<string, unknown>, name: string, faults: (text: string) => string[]): Fault[] {
  const value = member(resource, name);
  const at = [name];
  if (value === undefined || value === '') return [{ at, message: '' }];
  if (typeof value !== 'string') return [{ at, message: 'must be a string' }];
  return faults(value).map((message) => ({ at, message }));
}

const groupVersionFaults = (text: string): string[] =>
  text.split('/').length > 2 ? [`unexpected GroupVersion string: ${text}`] : [];

const DNS_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';

function kindFaults(kind: string): string[] {
  const faults: string[] = [];
  if (new TextEncoder().encode(kind).length > LABEL_MAX_LENGTH)
    faults.push(`must be no more than ${LABEL_MAX_LENGTH} characters`);
  if (!new RegExp(`^${DNS_1035}$`).test(kind.toLowerCase()))
    faults.push(
      `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${DNS_1035}')`,
    );
  return faults.length === 0 ? [] : [`may have mixed case, but should otherwise match: ${faults.join(',')}`];
}

/** The metadata of an embedded resource may be absent, and so may its name. */
function metadataFaults(metadata: unknown): Fault[] {
  if (!isObject(metadata)) return [];
  const unreadable = unreadableMember(metadata);
  // Go reads all of it or nothing.
  if (unreadable !== undefined) return [{ at: [], message: unreadable }];
  const text = (name: string) => member(metadata, name) as string | undefined;
  const map = (name: string) => (member(metadata, name) ?? {}) as Record<string, string>;
  const faults: Fault[] = [];
  const add = (name: string, messages: readonly string[], shown?: string) =>
    faults.push(...messages.map((message) => ({ at: [name], message, ...(shown !== undefined && { shown }) })));
  for (const name of ['generateName', 'name']) add(name, pathSegmentFaults(text(name) ?? ''));
  if (text('namespace')) add('namespace', checkDnsLabel(text('namespace')!));
  for (const [key, value] of Object.entries(map('labels'))) {
    add('labels', checkLabelKey(key), goValue(key));
    add('labels', checkLabelValue(value), goValue(value));
  }
  for (const key of Object.keys(map('annotations'))) add('annotations', checkAnnotationKey(key), goValue(key));
  return faults;
}

/** What may stand in a URL path: the API server does not know the rules for names of a kind that it does not serve. */
function pathSegmentFaults(name: string): string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%'].filter((text) => name.includes(text)).map((text) => `may not contain '${text}'`);
}

/** What Go says of the first member that is not of its type. */
function unreadableMember(metadata: Record<string, unknown>): string | undefined {
  const wrong = (value: unknown, name: string, type: string) =>
    `json: cannot unmarshal ${goKind(value)} into Go struct field ObjectMeta.${name} of type ${type}`;
  for (const name of ['name', 'generateName', 'namespace', 'uid', 'resourceVersion', 'selfLink']) {
    const value = member(metadata, name) ?? '';
    if (typeof value !== 'string') return wrong(value, name, name === 'uid' ? 'types.UID' : 'string');
  }
  for (const name of ['labels', 'annotations']) {
    const map = member(metadata, name) ?? {};
    if (!isObject(map)) return wrong(map, name, 'map[string]string');
    const strange = Object.values(map).find((value) => typeof value !== 'string' && value !== null);
    if (strange !== undefined) return wrong(strange, name, 'string');
  }
  return undefined;
}

const goKind = (value: unknown): string => {
  const type = goType(value);
  return type === 'integer' ? 'number' : type === 'boolean' ? 'bool' : type;
};
