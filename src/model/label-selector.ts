import { checkLabelKey, checkLabelValue } from './names.js';
import type { LabelSelector } from './types.js';

export type Labels = Readonly<Record<string, string>>;
export type LabelPredicate = (labels: Labels | undefined) => boolean;

/** `Gt` and `Lt` exist in query strings only (`a>5`). */
type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';

interface Requirement {
  key: string;
  operator: Operator;
  values: readonly string[];
}

const OPERATORS: ReadonlySet<string> = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);
const INTEGER = /^\d+$/;

/** What the API server would say about a requirement, if it would refuse it. */
function faultOf({ key, operator, values }: Requirement): string | undefined {
  const keyFaults = checkLabelKey(key);
  if (keyFaults.length > 0) return `<nil>: Invalid value: ${JSON.stringify(key)}: ${keyFaults.join('; ')}`;
  const isSet = operator === 'In' || operator === 'NotIn';
  if (isSet && values.length === 0)
    return "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty";
  const isUnary = operator === 'Exists' || operator === 'DoesNotExist';
  if (isUnary && values.length > 0)
    return 'values: Invalid value: values set must be empty for exists and does not exist';
  for (const [index, value] of values.entries()) {
    const quoted = JSON.stringify(value);
    if (!isSet && !INTEGER.test(value)) {
      return `values[${index}]: Invalid value: ${quoted}: for 'Gt', 'Lt' operators, the value must be an integer`;
    }
    const faults = checkLabelValue(value);
    if (faults.length > 0) return `values[${index}][${key}]: Invalid value: ${quoted}: ${faults.join('; ')}`;
  }
  return undefined;
}

function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    default: {
      if (value === undefined || !INTEGER.test(value)) return false;
      const difference = BigInt(value) - BigInt(values[0]!);
      return operator === 'Gt' ? difference > 0n : difference < 0n;
    }
  }
}

/**
 * Whether labels match a `LabelSelector` object, with Kubernetes' semantics: every `matchLabels` entry and every
 * expression must hold; `NotIn` also holds when the key is missing; an empty selector matches everything, an absent or
 * invalid one nothing.
 */
export function matchesSelector(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  const requirements = requirementsOf(selector);
  if (!requirements || requirements.some(faultOf)) return false;
  return requirements.every((requirement) => holds(requirement, labels ?? {}));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

/** A hand-written manifest may hold anything in the place of a selector; `undefined` for what is none. */
function requirementsOf(selector: unknown): Requirement[] | undefined {
  if (!isRecord(selector)) return undefined;
  const matchLabels = selector['matchLabels'] ?? {};
  const matchExpressions = selector['matchExpressions'] ?? [];
  if (!isRecord(matchLabels) || !Array.isArray(matchExpressions)) return undefined;
  const requirements: Requirement[] = [];
  for (const [key, value] of Object.entries(matchLabels)) {
    if (!isText(value)) return undefined;
    requirements.push({ key, operator: 'In', values: [value] });
  }
  for (const expression of matchExpressions as unknown[]) {
    if (!isRecord(expression)) return undefined;
    const { key, operator, values = [] } = expression;
    const list: unknown = values ?? [];
    if (!isText(key) || !isText(operator) || !OPERATORS.has(operator)) return undefined;
    if (!Array.isArray(list) || !list.every(isText)) return undefined;
    requirements.push({ key, operator: operator as Operator, values: list });
  }
  return requirements;
}

/** What is wrong with a part of a `LabelSelector` object. */
export interface SelectorFault {
  /** Inside the selector, such as `['matchExpressions', 0, 'values']`. */
  readonly path: readonly (string | number)[];
  /** The API server's own words. */
  readonly message: string;
}

/**
 * What the API server says of a selector in the objects that it checks itself
 * (k8s.io/apimachinery/pkg/apis/meta/v1/validation). Of a BackupStorage's it says nothing, and the selector then matches
 * no namespace. Values of a wrong type are the schema's affair.
 */
export function checkSelector(selector: unknown): SelectorFault[] {
  if (!isRecord(selector)) return [];
  const { matchLabels, matchExpressions } = selector;
  const faults: SelectorFault[] = [];
  const tell = (path: SelectorFault['path'], messages: readonly string[]) =>
    faults.push(...messages.map((message) => ({ path, message })));
  for (const [key, value] of Object.entries(isRecord(matchLabels) ? matchLabels : {})) {
    tell(['matchLabels', key], checkLabelKey(key));
    if (isText(value)) tell(['matchLabels', key], checkLabelValue(value));
  }
  for (const [index, expression] of (Array.isArray(matchExpressions)
    ? (matchExpressions as unknown[])
    : []
  ).entries()) {
    if (!isRecord(expression)) continue;
    const { key, operator } = expression;
    const values: unknown[] = Array.isArray(expression['values']) ? expression['values'] : [];
    const at = ['matchExpressions', index];
    if (isText(key)) tell([...at, 'key'], checkLabelKey(key));
    if (isText(operator) && !OPERATORS.has(operator)) tell([...at, 'operator'], ['not a valid selector operator']);
    if ((operator === 'In' || operator === 'NotIn') && values.length === 0)
      tell([...at, 'values'], ["must be specified when `operator` is 'In' or 'NotIn'"]);
    if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0)
      tell([...at, 'values'], ["may not be specified when `operator` is 'Exists' or 'DoesNotExist'"]);
    for (const [position, value] of values.entries())
      if (isText(value)) tell([...at, 'values', position], checkLabelValue(value));
  }
  return faults;
}

/** Whether a selector asks nothing, and so matches everything. */
export function isEmptySelector(selector: unknown): boolean {
  return requirementsOf(selector)?.length === 0;
}

/** The keys of the labels that a selector asks for. */
export function keysOfSelector(selector: unknown): string[] {
  return (requirementsOf(selector) ?? []).map(({ key }) => key);
}

/** The part of a selector that asks for one label. */
export function selectorFor(selector: LabelSelector, key: string): LabelSelector {
  const { matchLabels, matchExpressions } = selector;
  return {
    matchLabels: Object.fromEntries(Object.entries(matchLabels ?? {}).filter(([one]) => one === key)),
    matchExpressions: (matchExpressions ?? []).filter((one) => one.key === key),
  };
}

interface Token {
  kind: 'word' | 'symbol' | 'end';
  text: string;
}

const TOKEN = /\s*(?:(==|!=|[=!(),<>])|([^\s=!(),<>]+))/y;
const BINARY_OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['=', 'In'],
  ['==', 'In'],
  ['!=', 'NotIn'],
  ['in', 'In'],
  ['notin', 'NotIn'],
  ['>', 'Gt'],
  ['<', 'Lt'],
]);

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    tokens.push(match[1] ? { kind: 'symbol', text: match[1] } : { kind: 'word', text: match[2]! });
  }
  return tokens;
}

/** A recursive-descent reader of the label-selector query language. `in` and `notin` are words wherever a key may be. */
class SelectorParser {
  #position = 0;
  readonly #tokens: readonly Token[];

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  #peek(): Token {
    return this.#tokens[this.#position] ?? { kind: 'end', text: '' };
  }

  #take(): Token {
    const token = this.#peek();
    this.#position++;
    return token;
  }

  /** Takes the next token if it is this symbol. */
  #skip(symbol: string): boolean {
    const found = this.#peek().kind === 'symbol' && this.#peek().text === symbol;
    if (found) this.#position++;
    return found;
  }

  #fail(expected: string, context = 'unable to parse requirement: '): never {
    throw new SyntaxError(`${context}found '${this.#peek().text}', expected: ${expected}`);
  }

  /** Whether a requirement can begin here. */
  #atRequirement(): boolean {
    return this.#peek().kind === 'word' || this.#peek().text === '!';
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    if (this.#peek().kind === 'end') return requirements;
    if (!this.#atRequirement()) this.#fail("!, identifier, or 'end of string'", '');
    do {
      if (!this.#atRequirement()) this.#fail("identifier after ','", '');
      requirements.push(this.#requirement());
    } while (this.#skip(','));
    if (this.#peek().kind !== 'end') this.#fail("',' or 'end of string'", '');
    return requirements;
  }

  #requirement(): Requirement {
    const negated = this.#skip('!');
    if (this.#peek().kind !== 'word') this.#fail('identifier');
    const requirement = this.#restriction(this.#take().text, negated);
    const fault = faultOf(requirement);
    if (fault) throw new SyntaxError(`unable to parse requirement: ${fault}`);
    return requirement;
  }

  #restriction(key: string, negated: boolean): Requirement {
    if (negated) return { key, operator: 'DoesNotExist', values: [] };
    if (this.#peek().kind === 'end' || this.#peek().text === ',') return { key, operator: 'Exists', values: [] };
    const operator = BINARY_OPERATORS.get(this.#peek().text);
    if (!operator) this.#fail('in, notin, =, ==, !=, gt, lt');
    const set = this.#take().kind === 'word';
    return { key, operator, values: set ? this.#set() : [this.#value()] };
  }

  /** One value; nothing before a comma, a parenthesis or the end is the empty value. */
  #value(): string {
    if (this.#peek().kind === 'word') return this.#take().text;
    if (this.#peek().kind === 'end' || this.#peek().text === ',' || this.#peek().text === ')') return '';
    return this.#fail('identifier');
  }

  #set(): string[] {
    if (!this.#skip('(')) this.#fail("'('");
    const values = [this.#value()];
    while (this.#skip(',')) values.push(this.#value());
    if (!this.#skip(')')) this.#fail("',' or ')'");
    return values;
  }
}

/**
 * Reads a label-selector query string, as in `?labelSelector=` and `kubectl -l`: `a=b,c!=d,e in (x,y),f notin (z),g,!h`.
 * An empty text selects everything.
 *
 * @throws SyntaxError with the API server's kind of message; over HTTP that is a 400.
 */
export function parseSelector(text: string): LabelPredicate {
  const requirements = new SelectorParser(text).parse();
  return (labels) => requirements.every((requirement) => holds(requirement, labels ?? {}));
}
