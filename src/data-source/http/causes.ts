import type { KubernetesStatus, StatusCause } from '../errors.js';

/** The openings of the API server's sentences about fields, each with its reason. */
const FAULTS: Readonly<Record<string, string>> = {
  'Required value': 'FieldValueRequired',
  'Invalid value': 'FieldValueInvalid',
  'Unsupported value': 'FieldValueNotSupported',
  'Duplicate value': 'FieldValueDuplicate',
  'Not found': 'FieldValueNotFound',
  Forbidden: 'FieldValueForbidden',
  'Too long': 'FieldValueTooLong',
  'Too many': 'FieldValueTooMany',
  'Internal error': 'InternalError',
};

const CAUSE = new RegExp(`(?:^|, )((?:[^\\s,:"[\\]]|\\[[^\\]]*\\])+): (?=(${Object.keys(FAULTS).join('|')})\\b)`, 'g');

/**
 * As much of a Status as its sentence tells, for hosts whose own functions keep nothing else of a refusal: the causes of
 * `BackupStorage.storage.kubestash.com "s" is invalid: [spec.a: Required value, spec.b: Invalid value: ...]`, and
 * whether a 409 is about a name that is taken.
 */
export function statusFromSentence(code: number, message: string): KubernetesStatus {
  const causes = code === 422 ? causesIn(message) : [];
  return {
    kind: 'Status',
    code,
    message,
    ...(code === 409 && / already exists$/.test(message) ? { reason: 'AlreadyExists' } : {}),
    ...(causes.length === 0 ? {} : { details: { causes } }),
  };
}

function causesIn(message: string): StatusCause[] {
  const [, list = ''] = / is invalid: (.*)$/s.exec(message) ?? [];
  const text = list.startsWith('[') && list.endsWith(']') ? list.slice(1, -1) : list;
  const heads = [...text.matchAll(CAUSE)];
  return heads.map((head, index) => {
    const [whole, field = '', fault = ''] = head;
    const end = heads[index + 1]?.index ?? text.length;
    return { field, message: text.slice(head.index + whole.length, end), reason: FAULTS[fault] ?? '' };
  });
}
