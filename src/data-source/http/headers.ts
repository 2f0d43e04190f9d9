/** `Retry-After` in milliseconds: seconds, or the date to wait for. Undefined when it cannot be read. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  if (text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** `299 <agent> "<text>"`, and the date that may follow; the text may hold commas and escaped quotes. */
const WARNING = /\s*(\d{3})\s+(\S+)\s+"((?:[^"\\]|\\.)*)"(?:\s+"[^"]*")?\s*(?:,|$)/y;

/** The texts of `Warning` headers. `fetch` joins them by commas, so they are read one quoted string at a time. */
export function warningTexts(header: string | null): string[] {
  const texts: string[] = [];
  if (header === null) return texts;
  const pattern = new RegExp(WARNING);
  for (let match = pattern.exec(header); match; match = pattern.exec(header)) {
    const [, code, , quoted = ''] = match;
    // Other codes are about caches.
    if (code === '299' && quoted !== '') texts.push(fromBytes(quoted.replace(/\\(.)/g, '$1')));
    if (pattern.lastIndex >= header.length) break;
  }
  return texts;
}

/** `fetch` shows each byte of a header as one character; the server writes UTF-8. */
function fromBytes(text: string): string {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if ([...text].some((character) => character.charCodeAt(0) > 0xff)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
