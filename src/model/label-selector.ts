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
  if (!selector) return false;
  const requirements: Requirement[] = [];
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    requirements.push({ key, operator: 'In', values: [value] });
  }
  for (const { key, operator, values } of selector.matchExpressions ?? []) {
    if (!OPERATORS.has(operator)) return false;
    requirements.push({ key, operator: operator as Operator, values: values ?? [] });
  }
  if (requirements.some(faultOf)) return false;
  return requirements.every((requirement) => holds(requirement, labels ?? {}));
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
