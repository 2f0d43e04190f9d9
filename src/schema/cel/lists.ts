import { Duration } from '@marcbachmann/cel-js/evaluator';
import type { Environment } from '@marcbachmann/cel-js';

/** The namespace of the functions of sets. */
class Sets {}

/** Kubernetes' functions of lists, and CEL's of sets. */
export function registerLists(environment: Environment): void {
  environment
    .registerFunction('list.isSorted(): bool', (list: unknown[]) =>
      list.every((item, index) => index === 0 || compare(list[index - 1], item) <= 0),
    )
    .registerFunction('list.sum(): dyn', sum)
    .registerFunction('list.min(): dyn', (list: unknown[]) => most(list, -1))
    .registerFunction('list.max(): dyn', (list: unknown[]) => most(list, 1))
    .registerFunction('list.indexOf(dyn): int', (list: unknown[], value: unknown) =>
      BigInt(list.findIndex((item) => isEqual(item, value))),
    )
    .registerFunction('list.lastIndexOf(dyn): int', (list: unknown[], value: unknown) =>
      BigInt(list.findLastIndex((item) => isEqual(item, value))),
    )
    .registerType('Sets', Sets)
    .registerConstant('sets', 'Sets', new Sets())
    .registerFunction('Sets.contains(list, list): bool', (_sets: Sets, list: unknown[], part: unknown[]) =>
      containsAll(list, part),
    )
    .registerFunction(
      'Sets.equivalent(list, list): bool',
      (_sets: Sets, one: unknown[], other: unknown[]) => containsAll(one, other) && containsAll(other, one),
    )
    .registerFunction('Sets.intersects(list, list): bool', (_sets: Sets, one: unknown[], other: unknown[]) =>
      one.some((item) => containsAll(other, [item])),
    );
}

const containsAll = (list: readonly unknown[], part: readonly unknown[]) =>
  part.every((wanted) => list.some((item) => isEqual(item, wanted)));

function most(list: readonly unknown[], sign: 1 | -1): unknown {
  if (list.length === 0) throw new RangeError('min or max of nothing');
  return list.reduce((best, item) => (compare(item, best) * sign > 0 ? item : best));
}

function sum(list: readonly unknown[]): unknown {
  if (list.every((item) => typeof item === 'bigint')) {
    const total = list.reduce((before, item) => before + item, 0n);
    if (BigInt.asIntN(64, total) !== total) throw new RangeError('integer overflow');
    return total;
  }
  if (list.every((item) => typeof item === 'number')) return list.reduce((before, item) => before + item, 0);
  if (list.every((item) => item instanceof Duration)) return list.reduce((before, item) => before.addDuration(item));
  throw new TypeError('sum');
}

/** The order of values that have one. */
function compare(one: unknown, other: unknown): number {
  if (typeof one === 'string' && typeof other === 'string') return compareText(one, other);
  const [a, b] = [ordinal(one), ordinal(other)];
  if (typeof a !== typeof b) throw new TypeError('no order');
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By code points: the order of UTF-16 units, which `<` knows, is another one. */
function compareText(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  for (const [index, character] of a.entries()) {
    const against = b[index];
    if (against === undefined) return 1;
    if (character !== against) return character.codePointAt(0)! - against.codePointAt(0)!;
  }
  return a.length - b.length;
}

function ordinal(value: unknown): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (value instanceof Duration) return value.seconds * 1_000_000_000n + BigInt(value.nanos);
  throw new TypeError('no order');
}

/** Equality of plain values; it throws for those that have rules of their own. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const isNumber = (value: unknown) => typeof value === 'bigint' || typeof value === 'number';
  // An integer equals the double of the same value, hence no `===`.
  if (isNumber(one) && isNumber(other)) return one == other;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index]));
  if (one instanceof Map && other instanceof Map)
    return (
      one.size === other.size && [...one].every(([key, value]) => other.has(key) && isEqual(value, other.get(key)))
    );
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  if (one instanceof Duration && other instanceof Duration) return ordinal(one) === ordinal(other);
  if (isPlain(one) && isPlain(other)) return false;
  throw new TypeError('no equality');
}

const isPlain = (value: unknown) =>
  typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map || value instanceof Date;
