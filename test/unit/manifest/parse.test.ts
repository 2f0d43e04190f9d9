import { expect } from 'chai';
import { jsonFault } from '../../../src/manifest/json-syntax.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import type { ManifestFormat } from '../../../src/manifest/serialize.js';
import { MANIFESTS } from './expected-manifests.js';

const read = (text: string, format: ManifestFormat = 'yaml') => parseManifest(text, format).objects as unknown[];

/** The faults of a text, each as `line:column what it points at | message`. */
function faults(text: string, format: ManifestFormat = 'yaml'): string[] {
  const { objects, issues } = parseManifest(text, format);
  expect(objects, 'objects of a text with faults').to.deep.equal([]);
  return issues.map(({ message, line, column, from, to }) => {
    expect(from).to.be.within(0, text.length);
    expect(to).to.be.within(from, text.length);
    const before = text.slice(0, from).split('\n');
    expect([line, column], 'line and column of the offset').to.deep.equal([before.length, before.at(-1)!.length + 1]);
    return `${line}:${column} ${text.slice(from, to)} | ${message}`;
  });
}

const AMBIGUOUS = 'Without quotes Kubernetes reads this as a number, true, false or nothing.';
const INEXACT = 'This number cannot be kept exactly. Put it in quotes if it is text.';
const NO_TAG = 'This tag is not supported. Put text that starts with ! in quotes.';
const NO_ANCHOR = 'There is no anchor of this name above. Put text that starts with * in quotes.';
const TOO_DEEP = 'This is nested too deeply.';

describe('manifest: parse', () => {
  it('reads objects of one or more documents', () => {
    expect(read('a: 1')).to.deep.equal([{ a: 1 }]);
    expect(read('# first\na: 1\n---\n# second\nb: x\n---\n')).to.deep.equal([{ a: 1 }, { b: 'x' }]);
    expect(read('---\n---\n# nothing\n---\nnull\n---\na: 1\n...\n---\nb: 2\n')).to.deep.equal([{ a: 1 }, { b: 2 }]);
    expect(read('\ufeffa: 1\r\nb:\r\n  - x\r\n  - "y"\r\n')).to.deep.equal([{ a: 1, b: ['x', 'y'] }]);
  });

  it('takes a List apart', () => {
    const list = (items: string) => `apiVersion: v1\nkind: List\nitems: ${items}`;
    expect(read(list('[{a: 1}, {b: 2}]'))).to.deep.equal([{ a: 1 }, { b: 2 }]);
    expect(read(`${list('[{a: 1}]')}\n---\nb: 2`)).to.deep.equal([{ a: 1 }, { b: 2 }]);
    expect(read('{"apiVersion": "v1", "kind": "List", "items": [{"a": 1}]}', 'json')).to.deep.equal([{ a: 1 }]);
    expect(faults(list('[{a: 1}, b, null]'))[0]).to.contain('An object is expected here');
    expect(faults(list('x'))[0]).to.contain('The items of a List must be a list.');
    for (const nothing of ['[]', 'null', ''])
      expect(faults(list(nothing))[0], nothing).to.contain('The manifest is empty.');
  });

  it('says so when there is nothing, or no object', () => {
    for (const text of ['', ' \n', '# only a comment', '---\n', 'null', '~'])
      expect(faults(text), text).to.deep.equal([`1:1 ${text} | The manifest is empty.`]);
    const message = 'An object is expected here, with apiVersion, kind and metadata.';
    expect(faults('words')).to.deep.equal([`1:1 words | ${message}`]);
    expect(faults('a: 1\n---\n- x\n')).to.deep.equal([`3:1 - x\n | ${message}`]);
    expect(faults('', 'json')).to.deep.equal(['1:1  | The manifest is empty.']);
  });

  it('points at faults of syntax', () => {
    const quotes = 'Text that starts with this character needs quotes.';
    const cases: readonly [text: string, fault: string][] = [
      ['a: [1, 2', '1:9  | The indentation is wrong here, or a bracket is not closed.'],
      ['spec:\n  a: 1\n b: 2', '3:1   | The indentation is wrong here, or a bracket is not closed.'],
      ['a:\n\tb: 1', '2:1 \t | Tabs cannot indent. Use spaces.'],
      ['a:\n  b: "x', '2:8  | A quote is not closed.'],
      ["a: 'x\n", '2:1  | A quote is not closed.'],
      ['a: 1\nb', '2:1 b | A colon is missing here.'],
      ['a\nb: c', '1:1 a\nb | A key must be on one line, with a colon behind it.'],
      ['a: b: c', '1:4 b | There are two keys on one line. Text with a colon in it needs quotes.'],
      ['a: @x', `1:4 @ | ${quotes}`],
      ['a: `x', `1:4 \` | ${quotes}`],
      ['a: %x', `1:4 % | ${quotes}`],
      ['a: "\\q"', '1:5 \\ | There is no such escape sequence.'],
      ['a: ]', '1:4 ] | This is not expected here.'],
      ['{a: 1}}', '1:7 } | This is not expected here.'],
      ['a: !secret x', `1:4 !secret | ${NO_TAG}`],
      ['%FOO\n---\na: 1', '1:1 %FOO | This directive is not supported.'],
      ['? [a]\n: b', '1:3 [ | A key must be text.'],
    ];
    for (const [text, fault] of cases) expect(faults(text), JSON.stringify(text)).to.deep.equal([fault]);
    expect(faults('a: 1\r\nb: "x\r\nc: 2')[0]).to.match(/^3:/);
  });

  it('says the first fault of a document only, but that of every document', () => {
    expect(faults('- a\nb: c\n  d\n e').length).to.equal(1);
    expect(faults('a: @x\n---\nb: @y').map((fault) => fault.slice(0, 3))).to.deep.equal(['1:4', '3:4']);
  });

  it('refuses repeated keys, each of them', () => {
    expect(faults('a: 1\nb: 2\na: 3\n"b": 4')).to.deep.equal([
      '3:1 a | This key is there already.',
      '4:1 " | This key is there already.',
    ]);
    expect(faults('{"a": 1, "a": 1}', 'json')).to.deep.equal(['1:10 " | This key is there already.']);
    expect(read('a: {x: 1}\nb: {x: 1}')).to.deep.equal([{ a: { x: 1 }, b: { x: 1 } }]);
  });

  it('refuses numbers that would be rounded, and keeps all others', () => {
    for (const text of [
      '9007199254740992',
      '-9007199254740992',
      '123456789012345678901',
      '0x7fffffffffffffff',
      '1e400',
    ])
      expect(faults(`a:\n  - ${text}`), text).to.deep.equal([`2:5 ${text} | ${INEXACT}`]);
    for (const text of ['.inf', '-.inf', '.nan'])
      expect(faults(`a: ${text}`)).to.deep.equal([`1:4 ${text} | ${INEXACT}`]);
    expect(faults('{"a": 12345678901234567890}', 'json')).to.deep.equal([`1:7 12345678901234567890 | ${INEXACT}`]);
    expect(read('a: [9007199254740991, -9007199254740991, 0x1f, 0o17, 1.50, 1e3, -0, 07]')).to.deep.equal([
      { a: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 31, 15, 1.5, 1000, 0, 7] },
    ]);
    expect(read('a: "123456789012345678901"')).to.deep.equal([{ a: '123456789012345678901' }]);
  });

  it('refuses what Kubernetes would read as something else', () => {
    for (const text of ['yes', 'No', 'ON', 'off', 'y', 'N', '1_000', '0b11', '0B1', '0X1F', '-0x1', '0O7'])
      expect(faults(`a:\n  b: ${text}`), text).to.deep.equal([`2:6 ${text} | ${AMBIGUOUS}`]);
    for (const key of ['on', 'y', '1', 'true', '~', 'null', '1.0'])
      expect(faults(`a:\n  ${key}: x`), key).to.deep.equal([`2:3 ${key} | ${AMBIGUOUS}`]);
    expect(faults(': x')).to.deep.equal([`1:1  | ${AMBIGUOUS}`]);
    expect(faults('a: 012')).to.deep.equal(['1:4 012 | Kubernetes reads a number that starts with 0 as octal.']);
    expect(read('a: "yes"\n"on": \'012\'\nb: !!str no\nc: |-\n  off')).to.deep.equal([
      { a: 'yes', on: '012', b: 'no', c: 'off' },
    ]);
  });

  it('reads the same whatever version of YAML the text claims', () => {
    expect(faults('%YAML 1.1\n---\na: yes')).to.deep.equal([`3:4 yes | ${AMBIGUOUS}`]);
    expect(read('%YAML 1.1\n---\na: 2001-01-01')).to.deep.equal([{ a: '2001-01-01' }]);
    for (const tag of ['!!binary', '!!timestamp', '!!set', '!!omap', '!!js/function', '!x'])
      expect(faults(`a: ${tag} "x"`), tag).to.deep.equal([`1:4 ${tag} | ${NO_TAG}`]);
  });

  it('follows aliases and merges as Kubernetes does', () => {
    expect(read('a: &x [1, {b: 2}]\nc: *x')).to.deep.equal([{ a: [1, { b: 2 }], c: [1, { b: 2 }] }]);
    expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x')).to.deep.equal([{ a: 1, b: 1, c: 2, d: 2 }]);
    expect(read('a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3')).to.deep.equal([{ a: { k: 1, l: 2 }, b: { k: 3, l: 2 } }]);
    expect(read('a: &x {k: 1}\nb: &y {k: 2, l: 3}\nc: {m: 4, <<: [*x, *y]}')).to.deep.equal([
      { a: { k: 1 }, b: { k: 2, l: 3 }, c: { m: 4, k: 1, l: 3 } },
    ]);
    expect(read('"<<": {a: 1}')).to.deep.equal([{ '<<': { a: 1 } }]);
    expect(faults('a: 1\n<<: x')).to.deep.equal(['2:1 << | Only maps can be merged here.']);
  });

  it('refuses aliases that stand for nothing, for themselves, or for something of another document', () => {
    expect(faults('a: *nope')).to.deep.equal([`1:4 *nope | ${NO_ANCHOR}`]);
    expect(faults('a: *x\nb: &x 1')).to.deep.equal([`1:4 *x | ${NO_ANCHOR}`]);
    expect(faults('a: &x 1\n---\nb: *x')).to.deep.equal([`3:4 *x | ${NO_ANCHOR}`]);
    for (const text of ['a: &x [*x]', 'a: &x {b: {c: *x}}'])
      expect(faults(text)[0]).to.contain('This stands for something that it is a part of itself.');
  });

  it('is not exhausted by aliases', () => {
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n';
    for (let level = 1; level < 40; level++)
      bomb += `a${level}: &a${level} [${Array<string>(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]\n`;
    const started = performance.now();
    expect(faults(bomb)).to.have.length(1);
    expect(faults(bomb)[0]).to.contain('The aliases stand for too many values.');
    const merges = `a: &a {${Array.from({ length: 2000 }, (_, key) => `k${key}: 1`).join(', ')}}\n`;
    expect(faults(merges + Array.from({ length: 60 }, (_, key) => `m${key}: {<<: *a}\n`).join(''))).to.have.length(1);
    expect(performance.now() - started).to.be.below(5000);
  });

  it('is not exhausted by depth', () => {
    const deep: readonly [text: string, format: ManifestFormat][] = [
      ['['.repeat(20_000), 'yaml'],
      [`a: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`, 'yaml'],
      [`${'- '.repeat(20_000)}x`, 'yaml'],
      [`${'? '.repeat(20_000)}x`, 'yaml'],
      [Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'yaml'],
      [`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'json'],
    ];
    for (const [text, format] of deep)
      expect(faults(text, format).map((fault) => fault.split(' | ')[1])).to.deep.equal([TOO_DEEP]);
    const fine = `${'{"a":'.repeat(90)}1${'}'.repeat(90)}`;
    expect(JSON.stringify(read(fine, 'json')[0])).to.equal(fine);
  });

  it('keeps keys that JavaScript has a meaning for', () => {
    const [object] = read('__proto__: {a: 1}\nconstructor: b\ntoString: c') as [object];
    expect(Object.keys(object)).to.deep.equal(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(object)).to.equal(Object.prototype);
    expect(faults('a: *constructor')).to.deep.equal([`1:4 *constructor | ${NO_ANCHOR}`]);
  });

  it('points at what is no JSON', () => {
    const key = 'A key in double quotes is expected here.';
    const value = 'A JSON value is expected here.';
    const more = 'A comma or a closing bracket is expected here.';
    const cases: readonly [text: string, fault: string][] = [
      ['{\n  "a": 1,\n}', `3:1 } | ${key}`],
      ['{a: 1}', `1:2 a | ${key}`],
      ['{', `1:2  | ${key}`],
      ["{'a': 1}", `1:2 ' | ${key}`],
      ['{"a" 1}', '1:6 1 | A colon is expected here.'],
      ['{"a"}', '1:5 } | A colon is expected here.'],
      ['{"a":}', `1:6 } | ${value}`],
      ['[1,]', `1:4 ] | ${value}`],
      ['[', `1:2  | ${value}`],
      ['[}', `1:2 } | ${value}`],
      ['# no comments\n{}', `1:1 # | ${value}`],
      ['{"a": nul}', `1:7 n | ${value}`],
      ['{"a": TRUE}', `1:7 T | ${value}`],
      ['{"a": "\t"}', `1:7 " | ${value}`],
      ['{"a": "x', `1:7 " | ${value}`],
      ['{"a": "\\x"}', `1:7 " | ${value}`],
      ['{"a": +1}', `1:7 + | ${value}`],
      ['{"a": 01}', `1:8 1 | ${more}`],
      ['{"a": 1 "b": 2}', `1:9 " | ${more}`],
      ['[1 2]', `1:4 2 | ${more}`],
      ['{"a": 1]', `1:8 ] | ${more}`],
      ['{"a": 1}\n{"b": 2}', '2:1 { | Nothing is expected after the end of the JSON.'],
      ['a: 1', `1:1 a | ${value}`],
    ];
    for (const [text, fault] of cases) expect(faults(text, 'json'), text).to.deep.equal([fault]);
    expect(read('{\n\t"a": "\\u00e9\\/",\n\t"b": [1, -2.5e1, null, true]\n}', 'json')).to.deep.equal([
      { a: 'é/', b: [1, -25, null, true] },
    ]);
    expect(read('{"a": "yes", "on": "012", "": "", "b": 0.5}', 'json')).to.deep.equal([
      { a: 'yes', on: '012', '': '', b: 0.5 },
    ]);
  });

  it('takes for JSON exactly what the engine takes for it', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '.5',
      'e3',
      '0',
      'true',
      'null',
      ' ',
      '\n',
      '\\',
      'x',
    ];
    // The same texts each time, so that a failure can be repeated.
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48_271) % 0x7fffffff) % below;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: random(9) }, () => pieces[random(pieces.length)]).join('');
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(jsonFault(text) === undefined, JSON.stringify(text)).to.equal(isJson);
    }
  });

  it('quotes nothing of the text in its messages', () => {
    const secret = 'hunter2';
    const yaml = [
      `*${secret}`,
      `!${secret} x`,
      `"${secret}`,
      `@${secret}`,
      `"\\${secret}"`,
      `"a" ${secret}`,
      `[${secret}`,
    ];
    for (const value of [...yaml, `${secret}: x: y`, `|${secret}`, `${secret}\n${secret}`, '12345678901234567890'])
      for (const text of [`stringData:\n  AWS_KEY: ${value}\n`, `${value}\na: 1`])
        for (const { message } of parseManifest(text, 'yaml').issues) {
          expect(message, text).to.not.contain(secret).and.not.contain('12345');
          expect(message.length).to.be.below(100);
        }
    for (const text of [
      `{"stringData": {"K": ${secret}}}`,
      `{"K": "${secret}`,
      `{"K": "${secret}" "x"}`,
      `{${secret}}`,
    ])
      for (const { message } of parseManifest(text, 'json').issues) expect(message, text).to.not.contain(secret);
  });

  it('logs nothing', () => {
    const { warn, log, error } = console;
    const logged: unknown[] = [];
    console.warn = console.log = console.error = (...args: unknown[]) => void logged.push(args);
    try {
      for (const text of [
        '? {secret: x}\n: y',
        '%YAML 3.0\n---\na: 1',
        'a: !secret x',
        'a: *secret',
        ...Object.values(MANIFESTS),
      ])
        parseManifest(text, 'yaml');
    } finally {
      Object.assign(console, { warn, log, error });
    }
    expect(logged).to.deep.equal([]);
  });
});
