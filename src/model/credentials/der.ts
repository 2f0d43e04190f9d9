/** Reads just enough of X.509 to know how long a certificate is valid. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */

interface Element {
  tag: number;
  /** Where its contents begin and end. */
  start: number;
  end: number;
}

const INTEGER = 0x02;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const VERSION = 0xa0;

function elementAt(der: Uint8Array, at: number, limit: number): Element | undefined {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  let start = at + 2;
  let length = first;
  if (first & 0x80) {
    const count = first & 0x7f;
    // Four bytes of length are 4 GiB; zero bytes are BER's "until the end", which DER does not have.
    if (count === 0 || count > 4) return undefined;
    length = 0;
    for (let index = 0; index < count; index++) length = length * 256 + (der[start + index] ?? 0);
    start += count;
  }
  const end = start + length;
  return end <= limit ? { tag, start, end } : undefined;
}

function elementsIn(der: Uint8Array, { start, end }: Element): Element[] {
  const found: Element[] = [];
  for (let at = start; at < end; at = found.at(-1)!.end) {
    const next = elementAt(der, at, end);
    if (!next) return [];
    found.push(next);
  }
  return found;
}

/** Whether the bytes are one SEQUENCE and nothing else, which every certificate is. */
export function isSequence(der: Uint8Array): boolean {
  const outer = elementAt(der, 0, der.length);
  return outer?.tag === SEQUENCE && outer.end === der.length;
}

/** The end of a certificate's validity, in milliseconds; undefined when the bytes are no certificate. */
export function notAfterOf(der: Uint8Array): number | undefined {
  const outer = elementAt(der, 0, der.length);
  const [tbs] = outer?.tag === SEQUENCE ? elementsIn(der, outer) : [];
  if (tbs?.tag !== SEQUENCE) return undefined;
  const members = elementsIn(der, tbs);
  // The version may be left out; then come serial number, signature, issuer and validity.
  if (members[0]?.tag === VERSION) members.shift();
  const [serial, , , validity] = members;
  if (serial?.tag !== INTEGER || validity?.tag !== SEQUENCE) return undefined;
  const [, notAfter] = elementsIn(der, validity);
  return (
    notAfter && timeOf(notAfter.tag, String.fromCharCode(...der.subarray(notAfter.start, notAfter.end).slice(0, 20)))
  );
}

function timeOf(tag: number, text: string): number | undefined {
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) return undefined;
  const match = (
    tag === UTC_TIME ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
  ).exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  // Two digits: 50 to 99 are of the last century.
  const full = tag === GENERALIZED_TIME ? year : year + (year < 50 ? 2000 : 1900);
  return Date.UTC(full, month - 1, day, hour, minute, second);
}
