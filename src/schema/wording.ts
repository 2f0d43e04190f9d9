import { combinatorOf, type Combinator } from './combinators.js';
import { goQuote } from './go-values.js';
import { pointerToPath } from './pointer.js';
import { causeOf, isExtension, serverPath } from './sayings.js';
import type { FieldCause } from './server-causes.js';
import type { SchemaError } from './types.js';

export { isServerRule } from './sayings.js';
export type { FieldCause } from './server-causes.js';

/**
 * Says what is wrong in the words of the API server: its causes for the same object, in its notation and, as far as it
 * has one, in its order (it walks the members of an object at random; here they come in the order of the errors).
 *
 * What only we refuse, such as a number that does not fit into 32 bits, is said in the same manner. `value` is the
 * validated object: without it an index cannot be told from a map key.
 */
export function causesOf(errors: readonly SchemaError[], value: unknown): FieldCause[] {
  const causes = [
    ...causesWithin(
      errors.filter((error) => !isExtension(error)),
      value,
      '',
    ),
    // The server looks at these when all else is done.
    ...errors.filter(isExtension).map((error) => causeOf(error, value)),
  ];
  const seen = new Set<string>();
  return causes.filter(({ field, message }) => {
    const text = `${field}\n${message}`;
    return !seen.has(text) && seen.add(text);
  });
}

/** The order of the server's checks of one value; the members of an object and the items of a list are checked between. */
const RANKS: Readonly<Record<string, number>> = {
  type: 0,
  anyOf: 1,
  oneOf: 2,
  allOf: 3,
  not: 4,
  maxLength: 5,
  minLength: 6,
  pattern: 7,
  format: 8,
  multipleOf: 9,
  maximum: 10,
  exclusiveMaximum: 10,
  minimum: 11,
  exclusiveMinimum: 11,
  minItems: 13,
  maxItems: 14,
  uniqueItems: 15,
  enum: 16,
  minProperties: 17,
  maxProperties: 18,
  additionalProperties: 19,
  required: 21,
};
const ITEMS_RANK = 12;
const PROPERTIES_RANK = 20;
const LAST_RANK = 22;

interface Finding {
  rank: number;
  keyword: string;
  /** Called when all errors have been read: those of a combinator come one by one. */
  say: () => FieldCause[];
}

/** What was found at one place of the object, and below it. */
interface Place {
  findings: Finding[];
  inner: Map<string, Place>;
  /** The keys of `inner` are indices. */
  isList: boolean;
}

/** Errors whose path in the schema begins with `within` are those of a branch, which is then taken for a schema. */
function causesWithin(errors: readonly SchemaError[], value: unknown, within: string): FieldCause[] {
  const root: Place = { findings: [], inner: new Map(), isList: false };
  const combined = new Map<string, { combinator: Combinator; errors: SchemaError[] }>();
  for (const error of errors) {
    const combinator = combinatorOf(error, within);
    if (!combinator) {
      const keyword = error.keyword;
      find(root, error.instancePath, value, keyword, () => [causeOf(error, value)]);
      continue;
    }
    const key = `${combinator.instancePath}\n${combinator.schemaPath}`;
    const group = combined.get(key);
    if (group) group.errors.push(error);
    else {
      const members = { combinator, errors: [error] };
      combined.set(key, members);
      find(root, combinator.instancePath, value, combinator.keyword, () => combinedCauses(members, value));
    }
  }
  return inOrder(root);
}

function find(root: Place, pointer: string, value: unknown, keyword: string, say: Finding['say']): void {
  let place = root;
  for (const part of pointerToPath(pointer, value)) {
    place.isList = typeof part === 'number';
    let inner = place.inner.get(String(part));
    if (!inner) place.inner.set(String(part), (inner = { findings: [], inner: new Map(), isList: false }));
    place = inner;
  }
  place.findings.push({ rank: RANKS[keyword] ?? LAST_RANK, keyword, say });
}

function inOrder({ findings, inner, isList }: Place): FieldCause[] {
  const sorted = [...findings].sort((a, b) => a.rank - b.rank);
  const said = (wanted: (rank: number) => boolean) =>
    sorted.filter(({ rank }) => wanted(rank)).flatMap(({ say }) => say());
  const size = sorted.find(({ keyword }) => keyword === 'minProperties' || keyword === 'maxProperties');
  // With the wrong number of members the server looks no further.
  if (size) return said((rank) => rank <= size.rank);
  const innerRank = isList ? ITEMS_RANK : PROPERTIES_RANK;
  return [
    ...said((rank) => rank < innerRank),
    ...[...inner.values()].flatMap(inOrder),
    ...said((rank) => rank > innerRank),
  ];
}

/** The server says that no branch fits, without a field, and then what is wrong in the branch that fits best. */
function combinedCauses(
  { combinator, errors }: { combinator: Combinator; errors: readonly SchemaError[] },
  value: unknown,
): FieldCause[] {
  const { keyword, instancePath, schemaPath } = combinator;
  const path = goQuote(serverPath(instancePath, value));
  const say = (text: string): FieldCause => ({
    field: '<nil>',
    message: `Invalid value: "": ${path} ${text}`,
    reason: 'FieldValueInvalid',
  });
  const branches = branchesOf(combinator, errors);
  const inBranch = ([index, found]: readonly [string, SchemaError[]]) =>
    causesWithin(found, value, `${schemaPath}/${index}`);

  switch (keyword) {
    case 'not':
      return [say('must not validate the schema (not)')];
    case 'allOf':
      return [...branches.flatMap(inBranch), say('must validate all the schemas (allOf)')];
    case 'oneOf': {
      const own = errors.find((error) => error.schemaPath === schemaPath);
      if (own && own.params['passingSchemas'] !== null)
        return [say('must validate one and only one schema (oneOf). Found 2 valid alternatives')];
      return [
        say('must validate one and only one schema (oneOf). Found none valid'),
        ...bestBranch(branches, instancePath).flatMap(inBranch),
      ];
    }
    case 'anyOf':
      return [
        ...intOrStringCauses(branches, instancePath, value),
        say('must validate at least one schema (anyOf)'),
        ...bestBranch(branches, instancePath).flatMap(inBranch),
      ];
  }
}

type Branch = readonly [index: string, errors: SchemaError[]];

function branchesOf({ schemaPath }: Combinator, errors: readonly SchemaError[]): Branch[] {
  const branches = new Map<string, SchemaError[]>();
  for (const error of errors) {
    if (error.schemaPath === schemaPath) continue;
    const index = error.schemaPath.slice(schemaPath.length + 1).split('/', 1)[0]!;
    const known = branches.get(index);
    if (known) known.push(error);
    else branches.set(index, [error]);
  }
  return [...branches];
}

/**
 * The server picks the branch in which most checks succeeded. They are not counted here, but it comes to this: one for
 * the right type goes before one for another type, then the one with the fewest faults.
 */
function bestBranch(branches: readonly Branch[], instancePath: string): Branch[] {
  const isForType = ([, errors]: Branch) =>
    errors.every((error) => error.keyword !== 'type' || error.instancePath !== instancePath);
  const score = (branch: Branch) => (isForType(branch) ? 0 : 1e6) + branch[1].length;
  return [...branches].sort((a, b) => score(a) - score(b)).slice(0, 1);
}

/** To the server an int-or-string has both types itself, besides saying so with `anyOf`. */
function intOrStringCauses(branches: readonly Branch[], instancePath: string, value: unknown): FieldCause[] {
  const types = branches.map(([, errors]) => {
    const [error] = errors;
    const isType = errors.length === 1 && error!.keyword === 'type' && error!.instancePath === instancePath;
    return isType ? error! : undefined;
  });
  const names = types.map((error) => error?.params['type']);
  if (names[0] !== 'integer' || names[1] !== 'string') return [];
  return [causeOf({ ...types[0]!, params: { type: ['integer', 'string'] } }, value)];
}
