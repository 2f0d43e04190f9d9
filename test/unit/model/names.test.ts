import { expect } from 'chai';
import {
  checkAnnotationKey,
  checkAnnotationsSize,
  checkDnsLabel,
  checkLabelKey,
  checkLabelValue,
  checkName,
  checkSecretKey,
  hasReservedPrefix,
} from '../../../src/model/names.js';

const ALPHANUMERIC_ENDS = 'and must start and end with an alphanumeric character';
// As an API server 1.32 answered them (recorded).
const NAME =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', " +
  `${ALPHANUMERIC_ENDS} (e.g. 'example.com', ` +
  "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const QUALIFIED =
  `must consist of alphanumeric characters, '-', '_' or '.', ${ALPHANUMERIC_ENDS} ` +
  "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const VALUE =
  `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', ${ALPHANUMERIC_ENDS} ` +
  "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

describe('checkName', () => {
  for (const name of ['a', '0', 's3-backup', 'a.b-c.d', 'a'.repeat(253)]) {
    it(`accepts ${name.slice(0, 20)}`, () => {
      expect(checkName(name)).to.deep.equal([]);
    });
  }

  for (const name of ['Bad_Name', '-a', 'a-', '.a', 'a.', 'a..b', 'a b', 'é', 'a\n']) {
    it(`refuses ${JSON.stringify(name)}`, () => {
      expect(checkName(name)).to.deep.equal([NAME]);
    });
  }

  it('refuses more than 253 bytes', () => {
    expect(checkName('a'.repeat(254))).to.deep.equal(['must be no more than 253 characters']);
    expect(checkName('é'.repeat(127))).to.deep.equal(['must be no more than 253 characters', NAME]);
  });

  it('refuses an empty name in the server’s words', () => {
    expect(checkName('')).to.deep.equal(['name or generateName is required']);
  });

  it('answers at once for a pasted novel', () => {
    const started = Date.now();
    expect(checkName(`${'a-'.repeat(100_000)}!`)).to.have.length(2);
    expect(Date.now() - started).to.be.lessThan(500);
  });
});

describe('checkDnsLabel', () => {
  it('accepts a label of 63', () => {
    expect(checkDnsLabel('a'.repeat(63))).to.deep.equal([]);
  });

  it('says so when only dots are wrong', () => {
    expect(checkDnsLabel('a.b')).to.deep.equal(['must not contain dots']);
  });

  it('refuses what is longer or no label', () => {
    expect(checkDnsLabel('a'.repeat(64))).to.deep.equal(['must be no more than 63 characters']);
    expect(checkDnsLabel('A')[0]).to.match(
      /^a lowercase RFC 1123 label must consist of .* \(e\.g\. 'my-name',  or '123-abc', regex/,
    );
  });
});

describe('checkLabelKey', () => {
  for (const key of ['team', 'Team_1.x', 'example.com/team', 'a/b', `${'a'.repeat(253)}/${'b'.repeat(63)}`]) {
    it(`accepts ${key.slice(0, 20)}`, () => {
      expect(checkLabelKey(key)).to.deep.equal([]);
    });
  }

  it('refuses a bad name part', () => {
    expect(checkLabelKey('a b')).to.deep.equal([`name part ${QUALIFIED}`]);
    expect(checkLabelKey('-a')).to.deep.equal([`name part ${QUALIFIED}`]);
    expect(checkLabelKey('b'.repeat(64))).to.deep.equal(['name part must be no more than 63 characters']);
  });

  it('refuses empty parts', () => {
    expect(checkLabelKey('')).to.deep.equal(['name part must be non-empty', `name part ${QUALIFIED}`]);
    expect(checkLabelKey('a/')).to.deep.equal(['name part must be non-empty', `name part ${QUALIFIED}`]);
    expect(checkLabelKey('/a')).to.deep.equal(['prefix part must be non-empty']);
  });

  it('refuses a bad prefix', () => {
    expect(checkLabelKey('Example.com/a')).to.deep.equal([`prefix part ${NAME}`]);
    expect(checkLabelKey(`${'a'.repeat(254)}/a`)).to.deep.equal(['prefix part must be no more than 253 characters']);
  });

  it('refuses two slashes', () => {
    expect(checkLabelKey('x/y/z')).to.deep.equal([
      `a qualified name ${QUALIFIED} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ]);
  });
});

describe('checkLabelValue', () => {
  it('accepts an empty value and 63 characters', () => {
    expect(checkLabelValue('')).to.deep.equal([]);
    expect(checkLabelValue('A.b_c-1')).to.deep.equal([]);
    expect(checkLabelValue('a'.repeat(63))).to.deep.equal([]);
  });

  it('refuses other characters and 64', () => {
    expect(checkLabelValue('bad value!')).to.deep.equal([VALUE]);
    expect(checkLabelValue('a-')).to.deep.equal([VALUE]);
    expect(checkLabelValue('a'.repeat(64))).to.deep.equal(['must be no more than 63 characters']);
  });
});

describe('annotations', () => {
  it('may have a prefix in any case', () => {
    expect(checkAnnotationKey('Example.COM/Key')).to.deep.equal([]);
    expect(checkAnnotationKey('bad key')).to.deep.equal([`name part ${QUALIFIED}`]);
  });

  it('may have 256 KiB of UTF-8 together, keys included', () => {
    const limit = 256 * 1024;
    expect(checkAnnotationsSize({})).to.deep.equal([]);
    expect(checkAnnotationsSize({ ab: 'x'.repeat(limit - 2) })).to.deep.equal([]);
    expect(checkAnnotationsSize({ ab: 'x'.repeat(limit - 1) })).to.deep.equal(['may not be more than 262144 bytes']);
    expect(checkAnnotationsSize({ a: 'é'.repeat(limit / 2) })).to.have.length(1);
    expect(checkAnnotationsSize({ a: 'x'.repeat(limit / 2), b: 'x'.repeat(limit / 2) })).to.have.length(1);
  });
});

describe('checkSecretKey', () => {
  it('accepts what a Secret’s data may be called', () => {
    for (const key of ['AWS_ACCESS_KEY_ID', 'ca.crt', '.dockerconfigjson', '-'])
      expect(checkSecretKey(key)).to.deep.equal([]);
  });

  it('refuses the rest', () => {
    expect(checkSecretKey('a b')[0]).to.match(/^a valid config key must consist of alphanumeric characters/);
    expect(checkSecretKey('')).to.have.length(1);
    expect(checkSecretKey('.')).to.deep.equal(["must not be '.'"]);
    expect(checkSecretKey('..')).to.deep.equal(["must not be '..'"]);
    expect(checkSecretKey('..a')).to.deep.equal(["must not start with '..'"]);
    expect(checkSecretKey('a'.repeat(254))).to.deep.equal(['must be no more than 253 characters']);
  });
});

describe('hasReservedPrefix', () => {
  const cases: [string, boolean][] = [
    ['kubernetes.io/name', true],
    ['app.kubernetes.io/name', true],
    ['node.k8s.io/x', true],
    ['notkubernetes.io/x', false],
    ['example.com/x', false],
    ['kubernetes.io', false],
  ];
  for (const [key, reserved] of cases) {
    it(`${key}: ${reserved}`, () => {
      expect(hasReservedPrefix(key)).to.equal(reserved);
    });
  }
});
