import type { SyntaxFault } from './manifest-issue.js';

/** The first place at which a text stops being JSON. */
export interface JsonFault {
  fault: SyntaxFault;
  offset: number;
}

type Expected = 'value' | 'key' | 'colon' | 'more' | 'end';

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/uy;

/**
 * Where a text is not JSON; undefined when it is. Engines differ in whether and how they say the place, and their
 * sentences quote the text, credentials included.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  /** A bracket has just been opened, and may be closed again. */
  let fresh = false;
  for (let offset = skipSpace(text, 0); ;) {
    const token = tokenAt(text, offset);
    const next = follow(token, expected, open, fresh);
    if (next === undefined) {
      if (offset >= text.length && expected === 'end') return undefined;
      return { fault: `json-${expected}`, offset };
    }
    fresh = token === '{' || token === '[';
    expected = next;
    offset = skipSpace(text, offset + token.length);
  }
}

/** What may come after a token; undefined when the token may not stand here. Opens and closes brackets. */
function follow(token: string, expected: Expected, open: ('{' | '[')[], fresh: boolean): Expected | undefined {
  const innermost = open.at(-1);
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'more');
  if (token === '}' || token === ']') {
    if (innermost !== (token === '}' ? '{' : '[') || !(expected === 'more' || fresh)) return undefined;
    open.pop();
    return afterValue();
  }
  switch (expected) {
    case 'key':
      return token.startsWith('"') ? 'colon' : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'more':
      if (token !== ',') return undefined;
      return innermost === '{' ? 'key' : 'value';
    case 'value':
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'key' : 'value';
      }
      return token === '' || token === ',' || token === ':' ? undefined : afterValue();
    case 'end':
      return undefined;
  }
}

function tokenAt(text: string, offset: number): string {
  TOKEN.lastIndex = offset;
  return TOKEN.exec(text)?.[0] ?? '';
}

function skipSpace(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && ' \t\n\r'.includes(text[offset]!)) offset += 1;
  return offset;
}
