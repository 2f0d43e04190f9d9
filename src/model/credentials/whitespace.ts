/** What has come along with a value, most often by copying, and is no part of it. */
export type StrayKind =
  | 'byte-order-mark'
  | 'zero-width'
  | 'no-break-space'
  | 'leading-blank'
  | 'trailing-blank'
  | 'leading-newline'
  | 'trailing-newline'
  | 'inner-newline'
  | 'indented'
  | 'quotes';

export interface Stray {
  kinds: readonly StrayKind[];
  /** The value without it. Nothing is wrong with this one. */
  cleaned: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
/** Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const NO_BREAK = /[\u00A0\u2007\u202F]/g;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
];

/**
 * What a credential has around or in it that KubeStash would read as part of it. Undefined when there is nothing. Of a
 * multi-line value, a PEM or JSON document, only what does harm: a newline at its end is as it should be.
 */
export function strayWhitespace(text: string, { multiline }: { multiline: boolean }): Stray | undefined {
  const found = new Set<StrayKind>();
  let value = text;
  const change = (kind: StrayKind, next: string) => {
    if (next !== value) found.add(kind);
    value = next;
  };
  if (value.startsWith(BYTE_ORDER_MARK)) change('byte-order-mark', value.slice(1));
  change('zero-width', value.replace(INVISIBLE, ''));
  change('no-break-space', value.replace(NO_BREAK, ' '));
  // Blanks may stand inside quotes as well as around them.
  for (let before = ''; before !== value;) {
    before = value;
    if (multiline) {
      // A PEM block counts only when its lines begin where the line begins.
      change('indented', value.replace(/^[ \t]+(?=-----(?:BEGIN|END) )/gm, ''));
      change('quotes', unquoted(value.trim()) ?? value);
      continue;
    }
    const start = value.trimStart();
    const head = value.slice(0, value.length - start.length);
    change(/[\r\n]/.test(head) ? 'leading-newline' : 'leading-blank', start);
    const end = value.trimEnd();
    const tail = value.slice(end.length);
    change(/[\r\n]/.test(tail) ? 'trailing-newline' : 'trailing-blank', end);
    change('inner-newline', value.replace(/[\r\n]+/g, ''));
    change('quotes', unquoted(value) ?? value);
  }
  return found.size === 0 ? undefined : { kinds: [...found], cleaned: value };
}

function unquoted(text: string): string | undefined {
  const pair = QUOTES.find(([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close));
  return pair && text.slice(1, -1);
}
