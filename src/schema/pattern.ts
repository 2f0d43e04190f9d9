import { matcherOf } from './linear-matcher.js';
import { parseRe2, type Re2Node } from './re2.js';

/** A `pattern` of a schema, ready to be tested. */
export interface Pattern {
  test(text: string): boolean;
  /** The pattern as the schema has it. */
  toString(): string;
  /** JavaScript's own engine does it; else ours, or nobody. */
  readonly native: boolean;
}

/** Longer texts are not given to an engine whose effort may grow with a power of the length. */
const LONG_TEXT = 200;

const cache = new Map<string, Pattern>();

/**
 * Compiles a pattern that the API server reads with Go's RE2. JavaScript's own engine serves where both languages mean
 * the same and no text can make it backtrack without end; otherwise a small engine of ours does, whose effort is
 * linear as RE2's is. A pattern that Go would refuse, or that is too big, is left to the server: every text passes.
 */
export function compilePattern(source: string): Pattern {
  let pattern = cache.get(source);
  if (!pattern) {
    pattern = { ...compile(source), toString: () => source };
    cache.set(source, pattern);
  }
  return pattern;
}

function compile(source: string): Pick<Pattern, 'test' | 'native'> {
  try {
    const { root, sameInJavaScript } = parseRe2(source);
    const linear = matcherOf(root);
    const regExp = sameInJavaScript && !mayExplode(root) ? nativePattern(source) : undefined;
    if (!regExp) return { test: linear, native: false };
    const test = repeats(root) ? (text: string) => (text.length > LONG_TEXT ? linear(text) : regExp.test(text)) : null;
    return { test: test ?? ((text) => regExp.test(text)), native: true };
  } catch {
    return { test: () => true, native: false };
  }
}

function nativePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined; // such as `\-`, which Go allows and JavaScript does not
  }
}

const children = (node: Re2Node): readonly Re2Node[] =>
  node.is === 'repeat' ? [node.node] : node.is === 'sequence' || node.is === 'choice' ? node.nodes : [];

/** Whether one text can be matched in many ways by a repetition within a repetition. */
const mayExplode = (node: Re2Node): boolean =>
  (node.is === 'repeat' && node.max > 1 && varies(node.node)) || children(node).some(mayExplode);

const varies = (node: Re2Node): boolean =>
  node.is === 'choice' || (node.is === 'repeat' && node.min !== node.max) || children(node).some(varies);

const repeats = (node: Re2Node): boolean =>
  (node.is === 'repeat' && node.max === Infinity) || children(node).some(repeats);
