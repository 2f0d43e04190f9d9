import type { JsonObject } from '../json.js';

/** `k8s` and a zero byte: what every protobuf body of the Kubernetes API begins with. */
const MAGIC = [0x6b, 0x38, 0x73, 0x00];

/** What is on the wire: a number, or the bytes of a text, a message or a value. */
type Wire = number | Uint8Array;
/** Makes JSON of a field. `before` is what the same field gave already, where it is repeated. */
type Reader = (value: Wire, before: unknown) => unknown;
/** The fields of a message by their numbers. Those that are not named are passed over. */
type Message = Readonly<Record<number, readonly [name: string, read: Reader]>>;

const bytesOf = (value: Wire): Uint8Array => (typeof value === 'number' ? new Uint8Array() : value);
const text: Reader = (value) => new TextDecoder().decode(bytesOf(value));
const flag: Reader = (value) => value !== 0;
const base64: Reader = (value) => btoa(Array.from(bytesOf(value), (byte) => String.fromCharCode(byte)).join(''));
const message =
  (fields: Message): Reader =>
  (value) =>
    decoded(bytesOf(value), fields);
const list =
  (read: Reader): Reader =>
  (value, before) => [...((before as unknown[] | undefined) ?? []), read(value, undefined)];
const map =
  (read: Reader): Reader =>
  (value, before) => {
    const { key = '', value: member = '' } = decoded(bytesOf(value), { 1: ['key', text], 2: ['value', read] });
    return { ...(before as JsonObject | undefined), [String(key)]: member };
  };

const OWNER: Message = {
  1: ['kind', text],
  3: ['name', text],
  4: ['uid', text],
  5: ['apiVersion', text],
  6: ['controller', flag],
  7: ['blockOwnerDeletion', flag],
};
/** Without what the server writes itself. */
const METADATA: Message = {
  1: ['name', text],
  2: ['generateName', text],
  3: ['namespace', text],
  5: ['uid', text],
  6: ['resourceVersion', text],
  11: ['labels', map(text)],
  12: ['annotations', map(text)],
  13: ['ownerReferences', list(message(OWNER))],
  14: ['finalizers', list(text)],
};
const ATTRIBUTES: Message = {
  1: ['namespace', text],
  2: ['verb', text],
  3: ['group', text],
  4: ['version', text],
  5: ['resource', text],
  6: ['subresource', text],
  7: ['name', text],
};
const metadata = ['metadata', message(METADATA)] as const;
const spec = (fields: Message) => ['spec', message(fields)] as const;

/** The kinds that kubectl sends as protobuf, by apiVersion and kind. */
const KINDS: Readonly<Record<string, Message>> = {
  'v1/Secret': {
    1: metadata,
    2: ['data', map(base64)],
    3: ['type', text],
    4: ['stringData', map(text)],
    5: ['immutable', flag],
  },
  'v1/Namespace': { 1: metadata, 2: spec({ 1: ['finalizers', list(text)] }) },
  'authorization.k8s.io/v1/SelfSubjectAccessReview': { 2: spec({ 1: ['resourceAttributes', message(ATTRIBUTES)] }) },
  'authorization.k8s.io/v1/SelfSubjectRulesReview': { 2: spec({ 1: ['namespace', text] }) },
  'authentication.k8s.io/v1/SelfSubjectReview': {},
};

/**
 * Reads an object out of protobuf: kubectl sends built-in kinds that way, whatever it hears of other formats, and takes
 * JSON for an answer. Undefined for what is no such body, or of a kind that is not known.
 */
export function objectFromProtobuf(bytes: Uint8Array): JsonObject | undefined {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return undefined;
  let raw = new Uint8Array();
  let type: JsonObject = {};
  for (const [number, value] of fieldsOf(bytes.subarray(MAGIC.length)))
    if (number === 1) type = decoded(bytesOf(value), { 1: ['apiVersion', text], 2: ['kind', text] });
    else if (number === 2) raw = new Uint8Array(bytesOf(value));
  const fields = KINDS[`${String(type['apiVersion'])}/${String(type['kind'])}`];
  return fields && { ...type, ...decoded(raw, fields) };
}

function decoded(bytes: Uint8Array, fields: Message): JsonObject {
  const object: JsonObject = {};
  for (const [number, value] of fieldsOf(bytes)) {
    const [name, read] = fields[number] ?? [];
    if (name === undefined || read === undefined) continue;
    const member = read(value, object[name]);
    // Go writes every field: an empty text is one that was not given.
    if (member !== '') object[name] = member;
  }
  return object;
}

/** The fields of a message in their order: numbers, and what has a length. */
function* fieldsOf(bytes: Uint8Array): Generator<readonly [number: number, value: Wire]> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length && shift < 70; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const [number, wireType] = [Math.floor(tag / 8), tag % 8];
    if (wireType === 0) yield [number, varint()];
    else if (wireType === 2) {
      const length = varint();
      yield [number, bytes.subarray(at, at + length)];
      at += length;
    } else if (wireType === 1) at += 8;
    else if (wireType === 5) at += 4;
    else return;
  }
}
