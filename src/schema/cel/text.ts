import type { Environment } from '@marcbachmann/cel-js';
import { matcherOf } from '../linear-matcher.js';
import { compilePattern, type Pattern } from '../pattern.js';
import { parseRe2 } from '../re2.js';

/** Functions of text. Three stand in for the library's own, under names that `program.ts` writes into the rule. */
export function registerText(environment: Environment): void {
  environment
    .registerFunction('string.matchesRe2(string): bool', (text: string, pattern: string) => re2(pattern).test(text))
    .registerFunction('matches(string, string): bool', (text: string, pattern: string) => re2(pattern).test(text))
    .registerFunction('string.find(string): string', (text: string, pattern: string) => found(text, pattern)[0] ?? '')
    .registerFunction('string.findAll(string): list<string>', found)
    .registerFunction('string.findAll(string, int): list<string>', (text: string, pattern: string, most: bigint) =>
      most < 0n ? found(text, pattern) : found(text, pattern).slice(0, Number(most)),
    )
    .registerFunction('string.lowerOnlyAscii(): string', (text: string) =>
      text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
    )
    .registerFunction('string.upperOnlyAscii(): string', (text: string) =>
      text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
    )
    .registerFunction('string.charAt(int): string', charAt)
    .registerFunction('string.replace(string, string): string', (text: string, from: string, to: string) =>
      text.split(from).join(to),
    )
    .registerFunction('string.replace(string, string, int): string', replaceSome)
    .registerFunction('string.format(list): string', format);
}

const patterns = new Map<string, Pattern>();

/** Throws for a pattern that Go would refuse, or that is too big: it would match everything otherwise. */
function re2(source: string): Pattern {
  let pattern = patterns.get(source);
  if (!pattern) {
    matcherOf(parseRe2(source).root);
    pattern = compilePattern(source);
    patterns.set(source, pattern);
  }
  return pattern;
}

function found(text: string, source: string): string[] {
  // Our own engine says whether a text matches, not where.
  if (!re2(source).native) throw new RangeError('Where this pattern matches is not known here.');
  const matches = Array.from(text.matchAll(new RegExp(source, 'gu')), ({ 0: match, index }) => ({ match, index }));
  // Go has no empty match right behind another one.
  return matches
    .filter(({ match, index }, at) => {
      const before = matches[at - 1];
      return match !== '' || !before || before.match === '' || before.index + before.match.length !== index;
    })
    .map(({ match }) => match);
}

function charAt(text: string, index: bigint): string {
  const characters = [...text];
  if (index < 0n || index > BigInt(characters.length)) throw new RangeError('index out of range');
  return characters[Number(index)] ?? '';
}

function replaceSome(text: string, from: string, to: string, times: bigint): string {
  const parts = text.split(from);
  const count = times < 0n ? parts.length - 1 : Math.min(Number(times), parts.length - 1);
  return [parts.slice(0, count + 1).join(to), ...parts.slice(count + 1)].join(from);
}

/** `%s`, `%d`, `%f` and the bases of integers; what Go writes in a way of its own is left to the server. */
function format(text: string, values: readonly unknown[]): string {
  let next = 0;
  const filled = text.replaceAll(/%(?:\.(\d+))?(.)/gs, (_all, digits: string | undefined, clause: string) => {
    if (clause === '%') return '%';
    const value = values[next];
    if (next >= values.length) throw new RangeError('too few values');
    next += 1;
    return formatted(value, clause, digits);
  });
  if (text.replaceAll('%%', '').endsWith('%')) throw new RangeError('unfinished clause');
  return filled;
}

const BASES: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 };

function formatted(value: unknown, clause: string, digits: string | undefined): string {
  if (clause === 's' && ['string', 'bigint', 'boolean'].includes(typeof value)) return String(value);
  if (clause === 'f' && typeof value === 'number' && Number.isFinite(value)) return value.toFixed(Number(digits ?? 6));
  const base = BASES[clause];
  if (base === undefined || typeof value !== 'bigint') throw new TypeError(`%${clause}`);
  const written = value.toString(base);
  return clause === 'X' ? written.toUpperCase() : written;
}
