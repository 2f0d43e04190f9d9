import { expect } from 'chai';
import { matcherOf } from '../../../src/schema/linear-matcher.js';
import { compilePattern } from '../../../src/schema/pattern.js';
import { parseRe2 } from '../../../src/schema/re2.js';
import { random, type Random } from '../../fixtures/random.js';

const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';
const SUBDOMAIN = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';

describe("schema: patterns of Go's regexp", () => {
  const cases: [pattern: string, matching: string[], others: string[]][] = [
    [QUANTITY, ['1', '500m', '1.5Gi', '-2e3', '.5'], ['', '5 cores', '1Xi', '1e']],
    [SUBDOMAIN, ['a', 'a-b.c', '0'], ['', '-a', 'a.', 'A', 'a..b', 'a\n']],
    ['b', ['abc'], ['ac', '']],
    ['', ['', 'x'], []],
    ['^(?:a|bc){2,3}$', ['aa', 'bca', 'bcbcbc'], ['a', 'aaaa']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['^a{2,}?$', ['aa', 'aaaaa'], ['a']],
    ['^a{,2}$', ['a{,2}'], ['aa']],
    ['(?i)^straße$', ['straße', 'STRAßE'], ['strasse']],
    ['^(?i:A)b$', ['ab', 'Ab'], ['AB']],
    ['^a(?i)b|c$', ['ab', 'aB', 'xC'], ['Ab']],
    ['(?i)^[a-c]+[^x]$', ['ABCd'], ['abcX']],
    ['(?s)^.$', ['\n', 'ö', '😀'], ['', 'ab']],
    ['^.$', ['\r', '\u2028', '😀'], ['\n']],
    ['(?m)^b$', ['a\nb\nc', 'b'], ['ab']],
    ['^b$', ['b'], ['a\nb', 'b\n']],
    ['\\Ab\\z', ['b'], ['a\nb', 'b\n']],
    ['^[[:alpha:]_][[:^digit:]]$', ['ab', '__', 'A '], ['1b', 'a1']],
    ['^[]a]+$', [']a]'], ['b']],
    ['^[^]a]+$', ['b'], [']', 'a']],
    ['^[\\w-.]+$', ['a-b.c'], ['a b']],
    ['^\\-\\_\\@$', ['-_@'], ['-_']],
    ['^\\pL\\p{Lu}\\PN$', ['aBc', 'öÄ-'], ['abc', '1Bc', 'aB1']],
    ['^\\p{Greek}+$', ['αβγ'], ['abc']],
    ['^\\p{^Greek}$', ['a'], ['α']],
    ['^\\s$', [' ', '\t'], ['\u00a0', '\v']],
    ['^[\\S]$', ['\u00a0'], [' ']],
    ['^\\D\\W$', ['a-'], ['1-', 'ab']],
    ['\\bfoo\\B', ['a foox'], ['foo', 'afoox']],
    ['^\\Qa.b*\\E+$', ['a.b*'], ['axb*']],
    ['^\\x41\\x{1F600}\\101\\t$', ['A😀A\t'], ['A😀AA']],
    ['^(?P<year>\\d{4})-(?<month>\\d\\d)$', ['2026-08'], ['26-8']],
    ['^{$', ['{'], ['']],
  ];
  for (const [pattern, matching, others] of cases)
    it(`reads ${JSON.stringify(pattern)}`, () => {
      const { test } = compilePattern(pattern);
      for (const text of matching) expect(test(text), JSON.stringify(text)).to.be.true;
      for (const text of others) expect(test(text), JSON.stringify(text)).to.be.false;
      // Long texts go to our own engine: it must not think otherwise.
      const tail = 'x'.repeat(300);
      for (const text of matching) if (!/[$z]$/.test(pattern)) expect(test(text + tail), `long ${text}`).to.be.true;
    });

  const refused = ['(', '(?=a)', '(?!a)', '\\1', 'a**', 'a{1001}', '[z-a]', '*a', '\\C', '\\y', '\\p{NoSuchScript}', 'a)', '[a', '(?x)a', '[[:nope:]]', '((a{1000}){1000}){1000}']; // prettier-ignore
  for (const pattern of refused)
    it(`leaves ${JSON.stringify(pattern)} to the server`, () => {
      expect(compilePattern(pattern).test('anything')).to.be.true;
      expect(compilePattern(pattern).test('')).to.be.true;
    });

  it("uses JavaScript's own engine where both mean the same", () => {
    for (const pattern of [QUANTITY, '^[a-z]{1,63}$', 'a|b'])
      expect(compilePattern(pattern).native, pattern).to.be.true;
    for (const pattern of [SUBDOMAIN, '\\pL', '(?i)a']) expect(compilePattern(pattern).native, pattern).to.be.false;
  });

  it('keeps its source and is compiled once', () => {
    expect(compilePattern('^a$').toString()).to.equal('^a$');
    expect(compilePattern('^a$')).to.equal(compilePattern('^a$'));
  });

  it('needs no longer for texts that would make a backtracking engine run for ever', function () {
    this.timeout(2000);
    const long = 'a'.repeat(5000);
    for (const pattern of ['^(a+)+$', '^(a|aa)*$', '^(([a-z])+.)+[A-Z]([a-z])+$', '^([a-z]+-?)*$'])
      expect(compilePattern(pattern).test(`${long}!`), pattern).to.be.false;
    expect(compilePattern('^a*a*a*a*b$').test(long)).to.be.false;
    expect(compilePattern(SUBDOMAIN).test(`${long}.${long}`)).to.be.true;
  });

  it("finds what JavaScript's own engine finds", () => {
    const next = random(1);
    for (let count = 0; count < 2000; count += 1) {
      const pattern = randomPattern(next, 3);
      const native = new RegExp(pattern, 'u');
      const linear = matcherOf(parseRe2(pattern).root);
      for (let texts = 0; texts < 10; texts += 1) {
        const text = Array.from({ length: next.below(7) }, () => next.pick(['a', 'b', '-'])).join('');
        expect(linear(text), `${pattern} in ${text}`).to.equal(native.test(text));
      }
    }
  });
});

function randomPattern(next: Random, depth: number): string {
  const inner = () => randomPattern(next, depth - 1);
  const kind = next.below(depth > 0 ? 8 : 4);
  if (kind < 2) return next.pick(['a', 'b', '-', '[ab]', '[^a]', '\\w']);
  if (kind === 2) return next.pick(['^', '$', '\\b', '']);
  if (kind === 3) return next.pick(['ab', 'ba', 'a-']);
  if (kind === 4) return `(?:${inner()}|${inner()})`;
  if (kind < 7) return `(${inner()})${next.pick(['*', '+', '?', '*?', '{2}', '{1,3}', '{0,}'])}`;
  return inner() + inner();
}
