import type { JsonObject } from '../json.js';

/** `k8s` and a zero byte: what every protobuf body of the Kubernetes API begins with. */
const MAGIC = [0x6b, 0x38, 0x73, 0x00];

export function isProtobuf(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * Reads a SelfSubjectAccessReview out of protobuf: kubectl sends its reviews that way, and takes JSON for an answer.
 * The envelope's field 2 is the object, its field 2 the spec, whose field 1 are the resource attributes.
 */
export function reviewFromProtobuf(bytes: Uint8Array): JsonObject {
  const object = fieldsOf(bytes.subarray(MAGIC.length)).get(2);
  const spec = object && fieldsOf(object).get(2);
  const attributes = spec && fieldsOf(spec).get(1);
  if (!attributes) return { spec: {} };
  const values = fieldsOf(attributes);
  const names = ['namespace', 'verb', 'group', 'version', 'resource', 'subresource', 'name'];
  const resourceAttributes = Object.fromEntries(
    names.flatMap((name, index) => {
      const value = values.get(index + 1);
      return value && value.length > 0 ? [[name, new TextDecoder().decode(value)]] : [];
    }),
  );
  return { spec: { resourceAttributes } };
}

/** The length-delimited fields of a message by number: strings and messages. Others are passed over. */
function fieldsOf(bytes: Uint8Array): Map<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length && shift < 35; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const wireType = tag & 7;
    if (wireType === 2) {
      const length = varint();
      fields.set(tag >>> 3, bytes.subarray(at, at + length));
      at += length;
    } else if (wireType === 0) varint();
    else if (wireType === 1) at += 8;
    else if (wireType === 5) at += 4;
    else break;
  }
  return fields;
}
