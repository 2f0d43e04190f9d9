import { DataSourceError, type DataSourceErrorCode } from '../errors.js';

/** What a check that goes wrong throws. */
export class ConformanceFailure extends Error {
  override readonly name = 'ConformanceFailure';
}

export function fail(message: string): never {
  throw new ConformanceFailure(message);
}

export function isTrue(value: boolean, what: string): void {
  if (!value) fail(what);
}

/** Compares as JSON would: the order of keys does not count. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [canonical(actual), canonical(expected)];
  if (is !== should) fail(`${what}: expected ${should}, got ${is}`);
}

/** The `DataSourceError` that the call must be refused with, of one of these codes. */
export async function refusal(
  call: Promise<unknown>,
  codes: DataSourceErrorCode | readonly DataSourceErrorCode[],
): Promise<DataSourceError> {
  const wanted = [codes].flat();
  const error = await call.then(
    () => fail(`It succeeded; expected the refusal ${wanted.join(' or ')}`),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ConformanceFailure) throw error;
  // By name: an adapter may have been bundled with its own copy of the class.
  if (!(error instanceof DataSourceError) && (error as Error | undefined)?.name !== 'DataSourceError')
    fail(`It rejected with something that is no DataSourceError: ${String(error)}`);
  const refused = error as DataSourceError;
  if (!wanted.includes(refused.code))
    fail(`It was refused with ${refused.code} (${refused.message}); expected ${wanted.join(' or ')}`);
  return refused;
}

/** The value, which must be there. */
export function present<T>(value: T | undefined | null, what: string): T {
  return value ?? fail(`${what} is missing`);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    ) ?? 'undefined'
  );
}
