import { expect } from 'chai';
import {
  checkSelector,
  isEmptySelector,
  keysOfSelector,
  matchesSelector,
  parseSelector,
} from '../../../src/model/label-selector.js';
import type { LabelSelector, LabelSelectorRequirement } from '../../../src/model/types.js';

const labels = { env: 'prod', team: 'payments', 'backup.example.com/allowed': 'true', empty: '' };

const expression = (key: string, operator: string, ...values: string[]): LabelSelector => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) } satisfies LabelSelectorRequirement],
});

describe('matchesSelector', () => {
  const cases: [string, LabelSelector | undefined, boolean][] = [
    ['no selector', undefined, false],
    ['an empty selector', {}, true],
    ['empty parts', { matchLabels: {}, matchExpressions: [] }, true],
    ['a label', { matchLabels: { env: 'prod' } }, true],
    ['a label with another value', { matchLabels: { env: 'dev' } }, false],
    ['a missing label', { matchLabels: { region: 'eu' } }, false],
    ['a label with an empty value', { matchLabels: { empty: '' } }, true],
    ['a missing label with an empty value', { matchLabels: { region: '' } }, false],
    ['two labels of which one differs', { matchLabels: { env: 'prod', team: 'apps' } }, false],
    ['a prefixed label', { matchLabels: { 'backup.example.com/allowed': 'true' } }, true],
    ['In', expression('env', 'In', 'dev', 'prod'), true],
    ['In with other values', expression('env', 'In', 'dev'), false],
    ['In with a missing key', expression('region', 'In', 'eu'), false],
    ['NotIn', expression('env', 'NotIn', 'dev'), true],
    ['NotIn with the value', expression('env', 'NotIn', 'dev', 'prod'), false],
    ['NotIn with a missing key', expression('region', 'NotIn', 'eu'), true],
    ['Exists', expression('env', 'Exists'), true],
    ['Exists with a missing key', expression('region', 'Exists'), false],
    ['DoesNotExist', expression('env', 'DoesNotExist'), false],
    ['DoesNotExist with a missing key', expression('region', 'DoesNotExist'), true],
    ['a key that every JavaScript object has', expression('constructor', 'Exists'), false],
    [
      'labels and expressions that hold',
      { matchLabels: { team: 'payments' }, ...expression('env', 'NotIn', 'dev') },
      true,
    ],
    [
      'labels that hold, an expression that does not',
      { matchLabels: { team: 'payments' }, ...expression('env', 'NotIn', 'prod') },
      false,
    ],
    // Invalid selectors match nothing, even where a lax reading would match.
    ['In without values', expression('env', 'In'), false],
    ['NotIn without values', expression('region', 'NotIn'), false],
    ['Exists with values', expression('env', 'Exists', 'prod'), false],
    ['DoesNotExist with values', expression('region', 'DoesNotExist', 'eu'), false],
    ['Exists with a number as value', expression('env', 'Exists', '5'), false],
    ['an unknown operator', expression('env', 'Gt', '5'), false],
    ['an operator in lower case', expression('env', 'in', 'prod'), false],
    ['an invalid key', expression('-region', 'DoesNotExist'), false],
    ['an invalid value', expression('env', 'NotIn', 'a b'), false],
  ];
  for (const [name, selector, matches] of cases) {
    it(`${name}: ${matches ? 'matches' : 'does not match'}`, () => {
      expect(matchesSelector(selector, labels)).to.equal(matches);
    });
  }

  it('takes absent labels as none', () => {
    expect(matchesSelector({}, undefined)).to.equal(true);
    expect(matchesSelector(expression('a', 'DoesNotExist'), undefined)).to.equal(true);
    expect(matchesSelector({ matchLabels: { a: 'b' } }, undefined)).to.equal(false);
  });
});

describe('parseSelector', () => {
  const cases: [string, Record<string, string> | undefined, boolean][] = [
    ['', labels, true],
    ['  ', undefined, true],
    ['env=prod', labels, true],
    ['env==prod', labels, true],
    ['env = prod', labels, true],
    ['env=dev', labels, false],
    ['env!=dev', labels, true],
    ['env!=prod', labels, false],
    ['region!=eu', labels, true],
    ['region=', labels, false],
    ['empty=', labels, true],
    ['empty=,env=prod', labels, true],
    ['env in (dev,prod)', labels, true],
    ['env in (dev, staging)', labels, false],
    ['env notin (dev)', labels, true],
    ['env notin (prod)', labels, false],
    ['region notin (eu)', labels, true],
    ['empty in ()', labels, true],
    ['empty in (,x)', labels, true],
    ['empty in (x,)', labels, true],
    ['env in (,x)', labels, false],
    ['env', labels, true],
    ['region', labels, false],
    ['!region', labels, true],
    ['! region', labels, true],
    ['!env', labels, false],
    ['a=b,c!=d,e in (x,y),f notin (z),g,!h', { a: 'b', c: 'x', e: 'y', g: '' }, true],
    ['a=b,c!=d,e in (x,y),f notin (z),g,!h', { a: 'b', c: 'd', e: 'y', g: '' }, false],
    ['a=b,c!=d,e in (x,y),f notin (z),g,!h', { a: 'b', e: 'y', f: 'z', g: '' }, false],
    ['a=b,c!=d,e in (x,y),f notin (z),g,!h', { a: 'b', e: 'y', g: '', h: '' }, false],
    ['in in (in,notin)', { in: 'notin' }, true],
    ['in=notin', { in: 'notin' }, true],
    ['kubestash.com/repo-name=orders-pg-repo', { 'kubestash.com/repo-name': 'orders-pg-repo' }, true],
    ['n>5', { n: '6' }, true],
    ['n>5', { n: '5' }, false],
    ['n<5', { n: '4' }, true],
    ['n<5', { n: '5' }, false],
    ['n<5', { n: 'many' }, false],
    ['n<5', {}, false],
  ];
  for (const [text, object, matches] of cases) {
    it(`${JSON.stringify(text)} ${matches ? 'selects' : 'does not select'} ${JSON.stringify(object)}`, () => {
      expect(parseSelector(text)(object)).to.equal(matches);
    });
  }

  const refused: [string, string][] = [
    ['=a', "found '=', expected: !, identifier, or 'end of string'"],
    ['a=b,', "found '', expected: identifier after ','"],
    ['a,,b', "found ',', expected: identifier after ','"],
    ['a=b c', "found 'c', expected: ',' or 'end of string'"],
    ['!a=b', "found '=', expected: ',' or 'end of string'"],
    ['!', "unable to parse requirement: found '', expected: identifier"],
    ['a b', "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ['a=(b)', "unable to parse requirement: found '(', expected: identifier"],
    ['a in b', "unable to parse requirement: found 'b', expected: '('"],
    ['a in (b', "unable to parse requirement: found '', expected: ',' or ')'"],
    [
      'a>b',
      `unable to parse requirement: values[0]: Invalid value: "b": for 'Gt', 'Lt' operators, the value must be an integer`,
    ],
  ];
  for (const [text, message] of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(() => parseSelector(text)).to.throw(SyntaxError, message);
    });
  }

  it('refuses keys and values that no label can have', () => {
    expect(() => parseSelector('-a=b')).to.throw(SyntaxError, 'Invalid value: "-a": name part must consist of');
    expect(() => parseSelector('a/b/c')).to.throw(
      SyntaxError,
      'Invalid value: "a/b/c": a qualified name must consist of',
    );
    expect(() => parseSelector('a in (b,c_)')).to.throw(
      SyntaxError,
      'values[1][a]: Invalid value: "c_": a valid label must be',
    );
  });
});

describe('checkSelector', () => {
  const said = (selector: unknown) =>
    checkSelector(selector).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const expression = (one: unknown) => said({ matchExpressions: [one] });

  it('has nothing to say of a good selector, an empty one, and none', () => {
    const good = {
      matchLabels: { 'a.b/c': 'd', empty: '' },
      matchExpressions: [
        { key: 'a', operator: 'In', values: ['b', ''] },
        { key: 'a', operator: 'NotIn', values: ['b'] },
        { key: 'a', operator: 'Exists' },
        { key: 'a', operator: 'DoesNotExist', values: [] },
      ],
    };
    for (const selector of [good, {}, undefined, null]) expect(said(selector)).to.deep.equal([]);
  });

  it("tells the operators' rules in the API server's words", () => {
    expect(expression({ key: 'a', operator: 'In' })).to.deep.equal([
      "matchExpressions.0.values: must be specified when `operator` is 'In' or 'NotIn'",
    ]);
    expect(expression({ key: 'a', operator: 'Exists', values: ['x'] })).to.deep.equal([
      "matchExpressions.0.values: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    ]);
    expect(expression({ key: 'a', operator: 'Gt', values: ['1'] })).to.deep.equal([
      'matchExpressions.0.operator: not a valid selector operator',
    ]);
  });

  it('tells faulty keys and values where they are', () => {
    const faults = checkSelector({
      matchLabels: { 'a b': 'x', ok: 'not ok' },
      matchExpressions: [{ key: '', operator: 'In', values: ['fine', 'not fine'] }],
    });
    expect(faults.map(({ path }) => path)).to.deep.equal([
      ['matchLabels', 'a b'],
      ['matchLabels', 'ok'],
      ['matchExpressions', 0, 'key'],
      ['matchExpressions', 0, 'key'],
      ['matchExpressions', 0, 'values', 1],
    ]);
  });

  it('agrees with what matches: a faulty selector matches nothing', () => {
    for (const selector of [
      { matchLabels: { a: 'b c' } },
      { matchExpressions: [{ key: 'a', operator: 'In' }] },
      { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] },
    ]) {
      expect(checkSelector(selector)).to.have.length.greaterThan(0);
      expect(matchesSelector(selector, { a: 'b' })).to.be.false;
    }
  });
});

describe('selectors that are none', () => {
  const hostile: unknown[] = [
    null, 'x', 1, 1n, true, [], ['x'],
    { matchLabels: 'x' }, { matchLabels: [] }, { matchLabels: { a: null } }, { matchLabels: { a: 1 } },
    { matchExpressions: {} }, { matchExpressions: 'x' }, { matchExpressions: [null] }, { matchExpressions: [1n] },
    { matchExpressions: [{}] }, { matchExpressions: [{ key: 1, operator: 'Exists' }] },
    { matchExpressions: [{ key: 'a', operator: null }] }, { matchExpressions: [{ key: 'a', operator: 'In', values: 'b' }] },
    { matchExpressions: [{ key: 'a', operator: 'In', values: [null, 1n, {}] }] },
  ]; // prettier-ignore
  const text = (value: unknown) =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one));
  for (const selector of hostile)
    it(`match nothing and throw nothing: ${text(selector)}`, () => {
      expect(matchesSelector(selector as never, { a: 'b' })).to.be.false;
      expect(isEmptySelector(selector)).to.be.false;
      expect(keysOfSelector(selector)).to.deep.equal([]);
      expect(checkSelector(selector)).to.be.an('array');
    });

  it('takes null for absent, as the server does', () => {
    expect(isEmptySelector({ matchLabels: null, matchExpressions: null })).to.be.true;
    expect(matchesSelector({ matchExpressions: [{ key: 'a', operator: 'Exists', values: null }] } as never, { a: '' }))
      .to.be.true;
  });
});
