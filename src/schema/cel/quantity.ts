import type { Environment } from '@marcbachmann/cel-js';

const NANO = 1_000_000_000n;

/** A Kubernetes quantity, in billionths: it knows none smaller. */
class Quantity {
  constructor(readonly nanos: bigint) {}
}

const QUANTITY = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/;
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = 'KMGTPE';

/** `undefined` for text that is no quantity; it throws where the server would cut the value to its limits. */
function parseQuantity(text: string): Quantity | undefined {
  const [, sign, whole = '', decimals = '', onlyDecimals = '', binary, decimal, exponent] = QUANTITY.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const fraction = decimals || onlyDecimals;
  const power = exponent === undefined ? (DECIMAL.indexOf(decimal ?? '') - 3) * 3 : Number(exponent);
  if (Math.abs(power) > 30 || text.length > 60) throw new RangeError('quantity');
  let nanos = BigInt(`0${whole}${fraction}`) * NANO;
  if (binary) nanos *= 1024n ** BigInt(BINARY.indexOf(binary[0]!) + 1);
  const shift = power - fraction.length;
  // Rounded away from zero.
  if (shift >= 0) nanos *= 10n ** BigInt(shift);
  else nanos = (nanos + 10n ** BigInt(-shift) - 1n) / 10n ** BigInt(-shift);
  if (nanos / NANO >= 2n ** 63n) throw new RangeError('quantity');
  return new Quantity(sign === '-' ? -nanos : nanos);
}

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed) throw new TypeError('quantity');
  return parsed;
}

function asInteger({ nanos }: Quantity): bigint {
  if (nanos % NANO !== 0n) throw new RangeError('cannot convert value to integer');
  return nanos / NANO;
}

const compare = (one: Quantity, other: Quantity) => (one.nanos < other.nanos ? -1n : one.nanos > other.nanos ? 1n : 0n);
const plus = (one: Quantity, nanos: bigint) => new Quantity(one.nanos + nanos);

/** Kubernetes' functions of quantities. */
export function registerQuantities(environment: Environment): void {
  environment
    .registerType('Quantity', Quantity)
    .registerFunction('quantity(string): Quantity', quantity)
    .registerFunction('isQuantity(string): bool', (text: string) => parseQuantity(text) !== undefined)
    .registerFunction('Quantity.sign(): int', (one: Quantity) => compare(one, new Quantity(0n)))
    .registerFunction('Quantity.isInteger(): bool', ({ nanos }: Quantity) => nanos % NANO === 0n)
    .registerFunction('Quantity.asInteger(): int', asInteger)
    .registerFunction('Quantity.asApproximateFloat(): double', ({ nanos }: Quantity) => Number(nanos) / Number(NANO))
    .registerFunction('Quantity.add(Quantity): Quantity', (one: Quantity, other: Quantity) => plus(one, other.nanos))
    .registerFunction('Quantity.add(int): Quantity', (one: Quantity, other: bigint) => plus(one, other * NANO))
    .registerFunction('Quantity.sub(Quantity): Quantity', (one: Quantity, other: Quantity) => plus(one, -other.nanos))
    .registerFunction('Quantity.sub(int): Quantity', (one: Quantity, other: bigint) => plus(one, -other * NANO))
    .registerFunction('Quantity.compareTo(Quantity): int', compare)
    .registerFunction(
      'Quantity.isLessThan(Quantity): bool',
      (one: Quantity, other: Quantity) => one.nanos < other.nanos,
    )
    .registerFunction(
      'Quantity.isGreaterThan(Quantity): bool',
      (one: Quantity, other: Quantity) => one.nanos > other.nanos,
    )
    .registerOperator('Quantity == Quantity', (one: Quantity, other: Quantity) => one.nanos === other.nanos);
}
