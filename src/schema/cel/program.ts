import { Optional } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { ValidationRule } from '../types.js';
import { environmentFor } from './environment.js';

/** Judges a value, in CEL's types: what the server says if it breaks the rule. Throws where no judgement can be made. */
export type Program = (self: unknown) => string | undefined;

/** Compiles a rule; `undefined` if it is not understood here. */
export function compileRule(rule: ValidationRule): Program | undefined {
  const isOptional = rule.optionalOldSelf === true;
  const judge = compile(rule.rule, isOptional, 'bool');
  if (!judge) return undefined;
  const say = rule.messageExpression ? compile(rule.messageExpression, false, 'string') : undefined;
  const context = (self: unknown) => (isOptional ? { self, oldSelf: Optional.none() } : { self });
  return (self) => {
    const verdict: unknown = judge(context(self));
    if (typeof verdict !== 'boolean') throw new TypeError('A rule must be true or false.');
    return verdict ? undefined : (saidBy(say, self) ?? plainMessage(rule));
  };
}

function compile(expression: string, hasOldSelf: boolean, type: string) {
  try {
    const parsed = environmentFor(hasOldSelf).parse(expression);
    renameCalls(parsed.ast);
    const checked = parsed.check();
    return checked.valid && (checked.type === type || checked.type === 'dyn') ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Functions of the library that differ from Kubernetes' and cannot be replaced under their own name. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['matches', 'matchesRe2'],
  ['lowerAscii', 'lowerOnlyAscii'],
  ['upperAscii', 'upperOnlyAscii'],
]);

function renameCalls(node: unknown): void {
  if (Array.isArray(node)) for (const part of node) renameCalls(part);
  if (!isNode(node)) return;
  const { args } = node;
  if (node.op === 'rcall') {
    const call = args as [name: string, ...rest: unknown[]];
    call[0] = RENAMED.get(call[0]) ?? call[0];
  }
  renameCalls(args);
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

const plainMessage = ({ rule, message }: ValidationRule) => message?.trim() || `failed rule: ${rule.trim()}`;

/** In bytes; the server takes no longer message. */
const LONGEST_MESSAGE = 5 * 1024;

/** The text of a message expression, if it gives one that the server would take. */
function saidBy(say: ReturnType<typeof compile>, self: unknown): string | undefined {
  if (!say) return undefined;
  try {
    const said: unknown = say({ self });
    const text = typeof said === 'string' ? said.trim() : '';
    const isUsable = text !== '' && !text.includes('\n') && new TextEncoder().encode(text).length <= LONGEST_MESSAGE;
    return isUsable ? text : undefined;
  } catch {
    return undefined;
  }
}
