import type { FieldKind } from './field.js';

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * What the text of a control says in the type of its field; undefined when it says nothing. Text that is no number stays
 * text, for the schema to refuse: nothing that was typed is lost.
 */
export function valueOfText(kind: FieldKind, text: string): unknown {
  if (text === '') return undefined;
  switch (kind) {
    case 'integer':
      return integerOf(text) ?? text;
    case 'number':
      return numberOf(text) ?? text;
    case 'int-or-string':
      return integerOf(text) ?? quotedText(text) ?? text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

/** The text that a control shows for a value, such that {@link valueOfText} reads it as that value again. */
export function textOfValue(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  // A string where a number is wanted: in quotes it can be told from the number.
  const isPlain = kind !== 'int-or-string' || valueOfText(kind, value) === value;
  return isPlain ? value : JSON.stringify(value);
}

/** Of any size, digit for digit. */
function integerOf(text: string): number | bigint | undefined {
  const digits = text.trim();
  if (!INTEGER.test(digits)) return undefined;
  const number = Number(digits);
  // There is no minus zero in JSON.
  return Number.isSafeInteger(number) ? number || 0 : BigInt(digits);
}

function numberOf(text: string): number | undefined {
  const digits = text.trim();
  const number = NUMBER.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(number) ? number || 0 : undefined;
}

function quotedText(text: string): string | undefined {
  if (!/^".*"$/s.test(text.trim())) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
