import { formatServerPath } from './field-path.js';
import { goNumber, goQuote, goSyntax, goType, goValue } from './go-values.js';
import { pointerToPath } from './pointer.js';
import type { FieldCause } from './server-causes.js';
import type { SchemaError } from './types.js';

type Saying = (path: string, error: SchemaError) => Pick<FieldCause, 'message' | 'reason'>;

const invalid = (value: string, text: string) => ({
  message: `Invalid value: ${value}: ${text}`,
  reason: 'FieldValueInvalid',
});
const typeInvalid = (path: string, type: string, value: string) => ({
  message: `Invalid value: ${value}: ${path} in body must be of type ${type}: ${value}`,
  reason: 'FieldValueTypeInvalid',
});
const tooMany = (count: number, limit: unknown) => ({
  message: `Too many: ${count}: must have at most ${String(limit)} items`,
  reason: 'FieldValueTooMany',
});
const duplicate: Saying = (_path, { params }) => ({
  message: `Duplicate value: ${goSyntax(params['value'])}`,
  reason: 'FieldValueDuplicate',
});

const limited =
  (words: string): Saying =>
  (path, { params, data }) =>
    invalid(goValue(data), `${path} in body should be ${words} ${goNumber(params['limit'] as number)}`);
const sized =
  (words: (limit: unknown) => string, sizeOf: (data: unknown) => string): Saying =>
  (path, { params, data }) =>
    invalid(sizeOf(data), `${path} in body should ${words(params['limit'])}`);

const lengthOf = (data: unknown) => (Array.isArray(data) ? data.length : Object.keys(data as object).length);

const SAYINGS: Readonly<Record<string, Saying>> = {
  type: (path, { params, data }) => {
    const types = [params['type']].flat().filter((type) => type !== 'null');
    return typeInvalid(path, types.join(','), goQuote(goType(data)));
  },
  required: () => ({ message: 'Required value', reason: 'FieldValueRequired' }),
  enum: (_path, { params, data }) => {
    const allowed = params['allowedValues'] as unknown[];
    const values = allowed.map((value) => goQuote(typeof value === 'string' ? value : JSON.stringify(value)));
    return {
      message: `Unsupported value: ${goValue(data)}: supported values: ${values.join(', ')}`,
      reason: 'FieldValueNotSupported',
    };
  },
  pattern: (path, { params, data }) =>
    invalid(goValue(data), `${path} in body should match '${String(params['pattern'])}'`),
  format: (path, { params, data }) => {
    const format = String(params['format']);
    if (format === 'int64') return typeInvalid(path, 'integer', '"number"');
    if (format === 'int32')
      return invalid(goValue(data), `must be between ${-(2 ** 31)} and ${2 ** 31 - 1}, inclusive`);
    return typeInvalid(path, format, goValue(data));
  },
  maxLength: (_path, { params }) => ({
    message: `Too long: may not be more than ${String(params['limit'])} ${params['limit'] === 1 ? 'byte' : 'bytes'}`,
    reason: 'FieldValueTooLong',
  }),
  minLength: sized((limit) => `be at least ${String(limit)} chars long`, goValue),
  maximum: limited('less than or equal to'),
  exclusiveMaximum: limited('less than'),
  minimum: limited('greater than or equal to'),
  exclusiveMinimum: limited('greater than'),
  multipleOf: (path, { params, data }) =>
    invalid(goValue(data), `${path} in body should be a multiple of ${goNumber(params['multipleOf'] as number)}`),
  minItems: sized(
    (limit) => `have at least ${String(limit)} items`,
    (data) => String(lengthOf(data)),
  ),
  maxItems: (_path, { params, data }) => tooMany(lengthOf(data), params['limit']),
  uniqueItems: (path) => invalid('""', `${path} in body shouldn't contain duplicates`),
  minProperties: sized(
    (limit) => `have at least ${String(limit)} properties`,
    (data) => String(lengthOf(data)),
  ),
  maxProperties: (_path, { params, data }) => tooMany(lengthOf(data), params['limit']),
  additionalProperties: (path, { params }) => {
    const key = String(params['additionalProperty']);
    return invalid(goQuote(key), `${path}.${key} in body is a forbidden property`);
  },
  'x-kubernetes-list-map-keys': duplicate,
  'x-kubernetes-list-type': (path, error) =>
    error.params['type'] === undefined
      ? duplicate(path, error)
      : invalid(goValue(error.data), 'must be an object for an array of list-type map'),
  'x-kubernetes-embedded-resource': (_path, { params, message }) =>
    params['reason'] === 'FieldValueRequired'
      ? { message: 'Required value', reason: 'FieldValueRequired' }
      : invalid(String(params['shown']), message!),
  'x-kubernetes-validations': (_path, { params, message }) => {
    const value = goQuote(String(params['type']));
    switch (params['reason']) {
      case 'FieldValueForbidden':
        return { message: `Forbidden: ${message!}`, reason: 'FieldValueForbidden' };
      case 'FieldValueRequired':
        return { message: `Required value: ${message!}`, reason: 'FieldValueRequired' };
      case 'FieldValueDuplicate':
        return { message: `Duplicate value: ${value}`, reason: 'FieldValueDuplicate' };
      default:
        return invalid(value, message!);
    }
  },
};

/** The server's cause for one error, apart from all others; `value` is the validated object. */
export function causeOf(error: SchemaError, value: unknown): FieldCause {
  const path = isExtension(error) ? pathBySchema(error) : serverPath(error.instancePath, value);
  const missing = error.params['missingProperty'];
  const field = missing === undefined ? path : [path, missing].filter((part) => part !== '').join('.');
  const say = SAYINGS[error.keyword];
  // A keyword of a host's own ajv.
  const said = say ? say(path, error) : invalid(goValue(error.data), error.message ?? `must pass ${error.keyword}`);
  return { field: field === '' ? '<nil>' : field, ...said };
}

/**
 * A rule that JSON Schema has no words for. The server checks these when all else is done, and writes `map[key]` where
 * it writes `map.key` for the others.
 */
export const isExtension = ({ keyword }: SchemaError): boolean => keyword.startsWith('x-kubernetes-');

/** The path of a value in the server's notation; the path in the schema tells keys of a map from names of fields. */
function pathBySchema({ instancePath, schemaPath, params }: SchemaError): string {
  const keywords = schemaPath.split('/').slice(1);
  let text = '';
  for (const part of pointerToPath(instancePath)) {
    let keyword = keywords.shift();
    // A branch is about the same value.
    while (keyword === 'allOf') {
      keywords.shift();
      keyword = keywords.shift();
    }
    if (keyword === 'properties') keywords.shift();
    const isName = keyword !== 'items' && keyword !== 'additionalProperties' && !isListItem(keyword);
    text += !isName ? `[${part}]` : text === '' ? part : `.${part}`;
  }
  const fieldPath = params['fieldPath'];
  if (typeof fieldPath !== 'string') return text;
  const below = fieldPath.replaceAll(/\['((?:[^'\\]|\\.)*)'\]/g, (_all, name: string) => `.${unescaped(name)}`);
  return text === '' ? below.replace(/^\./, '') : `${text}${below.startsWith('.') ? '' : '.'}${below}`;
}

/** The rules of a list report at its items, but stand beside `items`. */
const isListItem = (keyword: string | undefined) => keyword?.startsWith('x-kubernetes-list-') === true;

const unescaped = (name: string) => name.replaceAll(/\\(.)/g, '$1');

/** The path of a value in the server's notation. */
export const serverPath = (instancePath: string, value: unknown) =>
  formatServerPath(pointerToPath(instancePath, value));

/** The server enforces this rule itself; the others are ours. */
export function isServerRule({ keyword, params }: SchemaError): boolean {
  return !(keyword === 'format' && params['format'] === 'int32');
}
