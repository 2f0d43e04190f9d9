/** A regular expression of Go's `regexp` package, taken apart. */
export type Re2Node =
  | { is: 'set'; test: (codePoint: number) => boolean }
  | { is: 'sequence' | 'choice'; nodes: Re2Node[] }
  | { is: 'repeat'; node: Re2Node; min: number; max: number }
  | { is: 'place'; place: Re2Place };

/** A place between two characters. */
export type Re2Place = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'no-word';

/** A pattern that has been read. */
export interface Re2 {
  root: Re2Node;
  /** Nothing in the pattern has another meaning, or none, in JavaScript. */
  sameInJavaScript: boolean;
}

/** Go's limit for `{n}`. */
const MAX_REPEAT = 1000;

type Test = (codePoint: number) => boolean;
type Ranges = readonly (readonly [number, number])[];

const DIGITS: Ranges = [[48, 57]];
const UPPER: Ranges = [[65, 90]];
const LOWER: Ranges = [[97, 122]];
const WORD: Ranges = [...DIGITS, ...UPPER, ...LOWER, [95, 95]];
const SPACE: Ranges = [[9, 10], [12, 13], [32, 32]]; // prettier-ignore
const PUNCTUATION: Ranges = [[33, 47], [58, 64], [91, 96], [123, 126]]; // prettier-ignore

const ASCII_CLASSES: Readonly<Record<string, Ranges>> = {
  alnum: [...DIGITS, ...UPPER, ...LOWER],
  alpha: [...UPPER, ...LOWER],
  ascii: [[0, 127]],
  blank: [[9, 9], [32, 32]], // prettier-ignore
  cntrl: [[0, 31], [127, 127]], // prettier-ignore
  digit: DIGITS,
  graph: [[33, 126]],
  lower: LOWER,
  print: [[32, 126]],
  punct: PUNCTUATION,
  space: [[9, 13], [32, 32]], // prettier-ignore
  upper: UPPER,
  word: WORD,
  xdigit: [...DIGITS, [65, 70], [97, 102]],
};

const LETTER_CLASSES: Readonly<Record<string, Ranges>> = { d: DIGITS, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, number>> = { n: 10, t: 9, f: 12, r: 13, v: 11, a: 7 };

const within =
  (ranges: Ranges): Test =>
  (codePoint) =>
    ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
const not =
  (test: Test): Test =>
  (codePoint) =>
    !test(codePoint);
const anyOf =
  (tests: readonly Test[]): Test =>
  (codePoint) =>
    tests.some((test) => test(codePoint));

const otherCase = (codePoint: number, toCase: 'toLowerCase' | 'toUpperCase') => {
  const other = String.fromCodePoint(codePoint)[toCase]();
  const [first, ...more] = other;
  return first !== undefined && more.length === 0 ? first.codePointAt(0)! : codePoint;
};

const ignoringCase =
  (test: Test): Test =>
  (codePoint) =>
    test(codePoint) || test(otherCase(codePoint, 'toLowerCase')) || test(otherCase(codePoint, 'toUpperCase'));

/** Reads a pattern as Go does; throws for one that Go would refuse, and for `\C`. */
export function parseRe2(pattern: string): Re2 {
  const parser = new Parser(pattern);
  return { root: parser.parse(), sameInJavaScript: parser.sameInJavaScript };
}

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
}

class Parser {
  sameInJavaScript = true;
  private at = 0;
  private flags: Flags = { i: false, m: false, s: false };

  constructor(private readonly text: string) {}

  parse(): Re2Node {
    const root = this.choice();
    if (this.at < this.text.length) throw this.error();
    return root;
  }

  private choice(): Re2Node {
    const nodes = [this.sequence()];
    while (this.eat('|')) nodes.push(this.sequence());
    return nodes.length === 1 ? nodes[0]! : { is: 'choice', nodes };
  }

  private sequence(): Re2Node {
    const nodes: Re2Node[] = [];
    while (this.at < this.text.length && !this.sees('|') && !this.sees(')')) {
      const node = this.atom();
      if (node) nodes.push(this.repeated(node));
    }
    return { is: 'sequence', nodes };
  }

  private repeated(node: Re2Node): Re2Node {
    const bounds = this.bounds();
    if (!bounds) return node;
    this.eat('?'); // a lazy repetition matches the same texts
    if (this.bounds()) throw this.error();
    return { is: 'repeat', node, min: bounds[0], max: bounds[1] };
  }

  private bounds(): readonly [min: number, max: number] | undefined {
    if (this.eat('*')) return [0, Infinity];
    if (this.eat('+')) return [1, Infinity];
    if (this.eat('?')) return [0, 1];
    const found = this.take(/\{(\d+)(?:(,)(\d*))?\}/y);
    if (!found) return undefined;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === '' ? Infinity : Number(found[3]);
    if (min > max || min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity)) throw this.error();
    return [min, max];
  }

  private atom(): Re2Node | undefined {
    if (this.eat('(')) return this.group();
    if (this.eat('[')) return this.set(this.characterClass());
    if (this.eat('\\')) return this.escape();
    if (this.eat('^')) return this.place(this.flags.m ? 'line-start' : 'start');
    if (this.eat('$')) return this.place(this.flags.m ? 'line-end' : 'end');
    if (this.eat('.')) {
      this.sameInJavaScript = false; // there it leaves out more kinds of line ends
      return this.set(this.flags.s ? () => true : (codePoint) => codePoint !== 10);
    }
    if (this.bounds()) throw this.error();
    return this.literal(this.next());
  }

  private group(): Re2Node | undefined {
    const outer = { ...this.flags };
    if (this.eat('?')) {
      const named = this.take(/P?<\w+>/y);
      if (named?.[0].startsWith('P')) this.sameInJavaScript = false;
      if (!named && !this.eat(':')) {
        this.sameInJavaScript = false;
        if (!this.readFlags()) return undefined; // they hold to the end of the surrounding group
      }
    }
    const node = this.choice();
    if (!this.eat(')')) throw this.error();
    this.flags = outer;
    return node;
  }

  /** Reads `i-s:` or `i-s)`; whether a group follows. */
  private readFlags(): boolean {
    const found = this.take(/([imsU]*)(?:-([imsU]+))?([:)])/y);
    if (!found) throw this.error();
    this.flags = { ...this.flags };
    for (const flag of found[1]!) if (flag !== 'U') this.flags[flag as keyof Flags] = true;
    for (const flag of found[2] ?? '') if (flag !== 'U') this.flags[flag as keyof Flags] = false;
    return found[3] === ':';
  }

  private escape(): Re2Node {
    const quoted = this.take(/Q((?:(?!\\E)[^])*)(?:\\E|$)/y);
    if (quoted) {
      this.sameInJavaScript = false;
      return { is: 'sequence', nodes: [...quoted[1]!].map((char) => this.literal(char.codePointAt(0)!)) };
    }
    if (this.eat('b')) return this.place('word');
    if (this.eat('B')) return this.place('no-word');
    for (const [letter, place] of [
      ['A', 'start'],
      ['z', 'end'],
    ] as const)
      // prettier-ignore
      if (this.eat(letter)) {
        this.sameInJavaScript = false;
        return this.place(place);
      }
    const wanted = this.classEscape();
    return wanted ? this.set(wanted) : this.literal(this.characterEscape());
  }

  /** What follows a backslash, if it stands for many characters. */
  private classEscape(): Test | undefined {
    const letter = this.take(/[dDwWsS]/y)?.[0];
    if (letter) {
      if (letter === 's' || letter === 'S') this.sameInJavaScript = false; // there it means all of Unicode's
      const test = within(LETTER_CLASSES[letter.toLowerCase()]!);
      return letter === letter.toLowerCase() ? test : not(test);
    }
    const unicode = this.take(/([pP])(?:\{(\^?)(\w+)\}|(\w))/y);
    if (!unicode) return undefined;
    this.sameInJavaScript = false;
    const test = unicodeClass((unicode[3] ?? unicode[4])!);
    return (unicode[1] === 'P') !== (unicode[2] === '^') ? not(test) : test;
  }

  private characterEscape(): number {
    const hex = this.take(/x(?:([\da-fA-F]{2})|\{([\da-fA-F]{1,6})\})/y);
    if (hex) {
      if (hex[2] !== undefined) this.sameInJavaScript = false;
      return parseInt((hex[1] ?? hex[2])!, 16);
    }
    const octal = this.take(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
    if (octal) {
      this.sameInJavaScript = false;
      return parseInt(octal[0], 8);
    }
    const codePoint = this.next();
    const control = CONTROLS[String.fromCodePoint(codePoint)];
    if (control !== undefined) {
      if (control === 7) this.sameInJavaScript = false;
      return control;
    }
    if (codePoint > 127 || within(ASCII_CLASSES['alnum']!)(codePoint)) throw this.error();
    return codePoint;
  }

  private characterClass(): Test {
    const tests: Test[] = [];
    const negated = this.eat('^');
    let first = true;
    while (first || !this.sees(']')) {
      // JavaScript ends the class at a bracket that comes first.
      if (first && this.sees(']')) this.sameInJavaScript = false;
      first = false;
      const named = this.take(/\[:(\^?)(\w+):\]/y);
      if (named) {
        this.sameInJavaScript = false;
        const ranges = ASCII_CLASSES[named[2]!];
        if (!ranges) throw this.error();
        tests.push(named[1] ? not(within(ranges)) : within(ranges));
        continue;
      }
      const test = this.sees('\\') ? this.escapedClass() : undefined;
      tests.push(test ?? this.range());
    }
    this.at += 1;
    const test = this.flags.i ? ignoringCase(anyOf(tests)) : anyOf(tests);
    return negated ? not(test) : test;
  }

  private escapedClass(): Test | undefined {
    this.at += 1;
    const test = this.classEscape();
    if (!test) this.at -= 1;
    return test;
  }

  private range(): Test {
    const first = this.classCharacter();
    if (!this.sees('-') || this.text[this.at + 1] === ']') return within([[first, first]]);
    this.at += 1;
    const last = this.classCharacter();
    if (last < first) throw this.error();
    return within([[first, last]]);
  }

  private classCharacter(): number {
    return this.eat('\\') ? this.characterEscape() : this.next();
  }

  private set(test: Test): Re2Node {
    return { is: 'set', test };
  }

  private literal(codePoint: number): Re2Node {
    const test = (other: number) => other === codePoint;
    return this.set(this.flags.i ? ignoringCase(test) : test);
  }

  private place(place: Re2Place): Re2Node {
    return { is: 'place', place };
  }

  private sees(char: string): boolean {
    return this.text[this.at] === char;
  }

  private eat(char: string): boolean {
    if (!this.sees(char)) return false;
    this.at += 1;
    return true;
  }

  private take(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  private next(): number {
    const codePoint = this.text.codePointAt(this.at);
    if (codePoint === undefined) throw this.error();
    this.at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  private error(): SyntaxError {
    return new SyntaxError(`not a pattern of Go's regexp, or an unsupported one: ${this.text}`);
  }
}

/** `L`, `Lu`, `Greek`: a general category or a script. Throws if JavaScript does not know it. */
function unicodeClass(name: string): Test {
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^\\p{${name}}$`, 'u');
  } catch {
    pattern = new RegExp(`^\\p{Script=${name}}$`, 'u');
  }
  return (codePoint) => pattern.test(String.fromCodePoint(codePoint));
}
