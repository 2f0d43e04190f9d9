import { expect } from 'chai';
import { parseManifest } from '../../../src/manifest/parse.js';
import { patchYaml } from '../../../src/manifest/patch.js';
import { MASK } from '../../../src/manifest/redact.js';
import { toYaml } from '../../../src/manifest/serialize.js';
import { getIn, setIn, unsetIn, type Path } from '../../../src/manifest/json.js';

/** Written by hand: comments everywhere, other indentation, quotes and order than ours. */
const TEXT = `# Made by hand.
apiVersion: v1
kind: Secret   # kept
metadata:
    name:   s3-cred   # two  spaces
    # above the namespace
    namespace: 'demo'
stringData:
    AWS_ACCESS_KEY_ID: "abc"   # the id
    AWS_SECRET_ACCESS_KEY: abc\\def
    CA_CERT_DATA: | # the certificate
      -----BEGIN-----

      abc
    LAST: >-
      folded
      text
# below
type: Opaque
---
# The storage.
kind: BackupStorage
apiVersion: storage.kubestash.com/v1alpha1
metadata: {name: s3, labels: {team: "1", x: w}} # in brackets

spec:
  storage:
    s3:   # the block
      bucket: lab    # the bucket
      endpoint:
        https://example.com
      region:
    provider: "s3"

  list:
  - a   # first
  - b: 1
    c: 2
  -
    - x
    - z
  # above the last
  - {k: v}
  usagePolicy: {}
  deletionPolicy: Delete # the policy
# The end.
`;

const objectsIn = (text: string) => {
  const { objects, issues } = parseManifest(text, 'yaml');
  expect(issues, text).to.deep.equal([]);
  return objects as object[];
};
const OBJECTS = objectsIn(TEXT);

/** Patches, checks that the text says what it should, and answers the lines that went and came. */
function changed(text: string, objects: readonly object[]): { gone: string[]; come: string[]; text: string } {
  const patched = patchYaml(text, objects);
  expect(objectsIn(patched)).to.deep.equal(objects);
  const [before, after] = [text.split('\n'), patched.split('\n')];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    gone: before.slice(start, before.length - end),
    come: after.slice(start, after.length - end),
    text: patched,
  };
}

const withValue = (path: Path, value: unknown, objects = OBJECTS) => setIn(objects, path, value);
const without = (path: Path) =>
  OBJECTS.map((object, index) => (index === path[0] ? unsetIn(object, path.slice(1)) : object));

describe('manifest: patch', () => {
  it('leaves a text alone that says the same', () => {
    expect(patchYaml(TEXT, structuredClone(OBJECTS))).to.equal(TEXT);
    const reordered = OBJECTS.map((object) => Object.fromEntries(Object.entries(object).reverse()));
    expect(patchYaml(TEXT, reordered)).to.equal(TEXT);
  });

  it('changes one line for one scalar', () => {
    const cases: readonly [path: Path, value: unknown, gone: string, come: string][] = [
      [[0, 'metadata', 'name'], 'other', '    name:   s3-cred   # two  spaces', '    name:   other   # two  spaces'],
      [[0, 'metadata', 'namespace'], 'prod', "    namespace: 'demo'", "    namespace: 'prod'"],
      [[0, 'metadata', 'namespace'], 'yes', "    namespace: 'demo'", '    namespace: "yes"'],
      [[0, 'stringData', 'AWS_ACCESS_KEY_ID'], 'x: y', '"abc"', '"x: y"'],
      [[0, 'stringData', 'AWS_SECRET_ACCESS_KEY'], '# x', ': abc\\def', ': "# x"'],
      [[0, 'stringData', 'AWS_SECRET_ACCESS_KEY'], 'a\r\nb', ': abc\\def', ': "a\\r\\nb"'],
      [[1, 'metadata', 'name'], 'a, b', '{name: s3, ', '{name: "a, b", '],
      [[1, 'metadata', 'labels', 'team'], '2', 'team: "1"', 'team: "2"'],
      [[1, 'metadata', 'labels', 'team'], 2, 'team: "1"', 'team: 2'],
      [[1, 'spec', 'storage', 's3', 'bucket'], 'on', 'bucket: lab    #', 'bucket: "on"    #'],
      [[1, 'spec', 'storage', 's3', 'region'], 'us-east-1', 'region:', 'region: us-east-1'],
      [[1, 'spec', 'storage', 's3', 'endpoint'], 'http://x', '        https://example.com', '        http://x'],
      [[1, 'spec', 'deletionPolicy'], 'WipeOut', 'Delete #', 'WipeOut #'],
      [[1, 'spec', 'deletionPolicy'], null, 'Delete #', 'null #'],
      [[1, 'spec', 'list', 0], 'b', '  - a   # first', '  - b   # first'],
      [[1, 'spec', 'list', 1, 'b'], true, '  - b: 1', '  - b: true'],
      [[1, 'spec', 'list', 3, 'k'], 'w', '{k: v}', '{k: w}'],
    ];
    for (const [path, value, gone, come] of cases) {
      const change = changed(TEXT, withValue(path, value));
      const said = `${path.join('.')} = ${JSON.stringify(value)}`;
      expect(change.gone, said).to.have.length(1);
      expect(change.come, said).to.have.length(1);
      expect(change.gone[0]!.replace(gone, come), said).to.equal(change.come[0]);
    }
  });

  it('changes one line in each of the manifests that it writes itself', () => {
    const text = toYaml(OBJECTS);
    const visit = (value: unknown, path: Path): void => {
      if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
        for (const [key, inner] of Object.entries(value))
          visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      else if (typeof value !== 'string' || !value.includes('\n')) {
        const { gone, come } = changed(text, withValue(path, 'changed'));
        expect([gone.length, come.length], path.join('.')).to.deep.equal([1, 1]);
      }
    };
    visit(OBJECTS, []);
  });

  it('adds a key below the one that comes before it, and removes a key with its lines only', () => {
    expect(changed(TEXT, withValue([1, 'spec', 'storage', 's3', 'prefix'], 'p'))).to.deep.include({
      gone: [],
      come: ['      prefix: p'],
    });
    const [secret, storage] = OBJECTS as [object, { spec: object }];
    const first = [secret, { ...storage, spec: { default: true, ...storage.spec } }];
    expect(changed(TEXT, first)).to.deep.include({ gone: [], come: ['  default: true'] });
    expect(changed(TEXT, first).text).to.contain('spec:\n  default: true\n  storage:');
    expect(changed(TEXT, withValue([0, 'metadata', 'labels'], { a: 'b', c: 'yes' }))).to.deep.include({
      gone: [],
      come: ['    labels:', '      a: b', '      c: "yes"'],
    });
    expect(changed(TEXT, without([0, 'metadata', 'name']))).to.deep.include({
      gone: ['    name:   s3-cred   # two  spaces'],
      come: [],
    });
    expect(changed(TEXT, without([1, 'spec', 'list'])).come).to.deep.equal([]);
    expect(changed(TEXT, without([1, 'spec', 'deletionPolicy'])).gone).to.deep.equal([
      '  deletionPolicy: Delete # the policy',
    ]);
    expect(changed(TEXT, without([1, 'spec', 'storage', 's3'])).gone[0]).to.equal('    s3:   # the block');
  });

  it('fills empty brackets as a block, and others in brackets', () => {
    expect(changed(TEXT, withValue([1, 'spec', 'usagePolicy', 'allowedNamespaces'], { from: 'Same' }))).to.deep.include(
      {
        gone: ['  usagePolicy: {}'],
        come: ['  usagePolicy:', '    allowedNamespaces:', '      from: Same'],
      },
    );
    expect(changed(TEXT, withValue([1, 'metadata', 'labels', 'z'], 'a, b')).come).to.deep.equal([
      'metadata: {name: s3, labels: { team: "1", x: w, z: "a, b" }} # in brackets',
    ]);
    expect(changed(TEXT, without([1, 'metadata', 'labels', 'x'])).come).to.deep.equal([
      'metadata: {name: s3, labels: { team: "1" }} # in brackets',
    ]);
    expect(changed(TEXT, withValue([1, 'metadata', 'labels', 'team'], 'a\n"b"\n')).come[0]).to.contain(
      '"a\\n\\"b\\"\\n"',
    );
  });

  it('changes lists item by item', () => {
    const list = getIn(OBJECTS, [1, 'spec', 'list']) as unknown[];
    expect(changed(TEXT, withValue([1, 'spec', 'list'], [...list, { l: [1] }]))).to.deep.include({
      gone: [],
      come: ['  - l:', '      - 1'],
    });
    expect(changed(TEXT, withValue([1, 'spec', 'list'], list.slice(0, 3)))).to.deep.include({
      gone: ['  - {k: v}'],
      come: [],
    });
    expect(changed(TEXT, withValue([1, 'spec', 'list'], [])).text).to.contain('  list: []\n  usagePolicy');
    expect(changed(TEXT, withValue([1, 'spec', 'list', 2], 'x')).text).to.contain('  - x\n  # above the last');
  });

  it('masks and unmasks text of several lines in its place', () => {
    const values = getIn(OBJECTS, [0, 'stringData']) as Record<string, string>;
    const masks = Object.fromEntries(Object.keys(values).map((key) => [key, MASK]));
    const masked = changed(TEXT, withValue([0, 'stringData'], masks)).text;
    expect(masked).to.contain(`    AWS_ACCESS_KEY_ID: "${MASK}"   # the id\n    AWS_SECRET_ACCESS_KEY: ${MASK}\n`);
    expect(masked).to.contain(`    CA_CERT_DATA: ${MASK} # the certificate\n    LAST: ${MASK}\n# below\n`);
    const unmasked = patchYaml(masked, OBJECTS);
    expect(unmasked.replace('LAST: folded text', 'LAST: >-\n      folded\n      text')).to.equal(TEXT);
  });

  it('keeps a comment beside a value that takes several lines', () => {
    const { text } = changed(TEXT, withValue([1, 'spec', 'deletionPolicy'], 'a\nb\n'));
    expect(text).to.contain('  deletionPolicy: | # the policy\n    a\n    b\n# The end.');
    expect(changed(TEXT, withValue([1, 'spec', 'deletionPolicy'], { a: 1 })).text).to.contain(
      '  deletionPolicy: # the policy\n    a: 1\n# The end.',
    );
  });

  it('gives objects a document, and takes the documents of those that have gone', () => {
    const [secret, storage] = OBJECTS as [object, object];
    const second = TEXT.slice(TEXT.indexOf('# The storage.'));
    const first = TEXT.slice(0, TEXT.indexOf('---\n#'));
    expect(patchYaml(TEXT, [storage])).to.equal(second);
    expect(patchYaml(TEXT, [secret])).to.equal(first);
    expect(patchYaml(second, [secret, storage])).to.equal(`${toYaml([secret])}---\n${second}`);
    expect(patchYaml(first, [secret, storage])).to.equal(`${first}---\n${toYaml([storage])}`);
    expect(patchYaml(`---\n${TEXT}`, [storage])).to.equal(`---\n${second}`);
    expect(patchYaml(`# head\n---\n${second}`, [secret, storage])).to.equal(
      `# head\n---\n${toYaml([secret])}---\n${second}`,
    );
    expect(patchYaml(first.trimEnd(), [secret, storage])).to.equal(`${first}---\n${toYaml([storage])}`);
    expect(changed(TEXT, [secret, { kind: 'Other' }, storage]).text)
      .to.contain('# Made by hand.')
      .and.contain('# The end.');
    expect(patchYaml(TEXT, [])).to.equal('');
  });

  it('keeps Windows line ends, a byte order mark, and a missing last line end', () => {
    const windows = `\ufeff${TEXT.replaceAll('\n', '\r\n')}`;
    const objects = withValue(
      [1, 'spec', 'deletionPolicy'],
      'a\nb',
      withValue([1, 'spec', 'storage', 's3', 'prefix'], 'p'),
    );
    const patched = patchYaml(windows, objects);
    expect(objectsIn(patched)).to.deep.equal(objects);
    expect(patched.startsWith('\ufeff# Made by hand.')).to.equal(true);
    expect(patched)
      .to.contain('# The end.')
      .and.not.match(/[^\r]\n/);
    expect(patchYaml('a: 1\nb: x', [{ a: 1, b: 'z', c: 2 }])).to.equal('a: 1\nb: z\nc: 2');
    expect(patchYaml('a: 1\nb: x', [{ a: 1 }])).to.equal('a: 1\n');
  });

  it('writes anew what cannot be read or changed in its place', () => {
    const wanted = [{ a: 1 }, { b: ['x'] }];
    const anew = 'a: 1\n---\nb:\n  - x\n';
    for (const text of ['', 'a: [', 'a: 1\na: 2', 'words', 'a: yes', '*x', '['.repeat(9999)])
      expect(patchYaml(text, wanted), text.slice(0, 20)).to.equal(anew);
    const shared = 'a: &x {k: 1}\nb: *x # alias\nc:\n  <<: *x\n';
    expect(patchYaml(shared, [{ a: { k: 1 }, b: { k: 1 }, c: {} }])).to.equal('a: &x {k: 1}\nb: *x # alias\nc: {}\n');
    expect(objectsIn(patchYaml(shared, [{ a: { k: 2 }, b: { k: 1 }, c: { k: 1 } }]))).to.deep.equal([
      { a: { k: 2 }, b: { k: 1 }, c: { k: 1 } },
    ]);
    expect(patchYaml(shared, [{ a: { k: 1 }, b: 2, c: { k: 1 } }])).to.equal(shared.replace('*x # alias', '2 # alias'));
    expect(patchYaml('? a # explicit\n: b\n', [{ a: 'c' }])).to.equal('a: c\n');
    const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *a]`).join('\n')}`;
    expect(patchYaml(bomb, [{ a: 1 }])).to.equal('a: 1\n');
  });

  it('drops what JSON drops', () => {
    expect(patchYaml('a: 1\n# c\n', [{ a: 1, b: undefined, c: { d: undefined } }])).to.equal('a: 1\nc: {}\n# c\n');
  });

  it('says what it should after any change, and seldom has to write anew', function () {
    this.timeout(20_000);
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 0x7fffffff) % below;
    const values = [
      ...[
        'x',
        MASK,
        'a\nb\n',
        'a\nb',
        ' a\nb',
        'a\n\n',
        'yes',
        '12',
        '',
        'a: b #c',
        '\r\n',
        '[x]',
        "it's",
        '"',
        '\u0085',
        '-',
      ],
      ...[5, true, null, {}, [], { a: 1 }, ['x', 'z'], [{ a: 'b\nc\n', d: [1] }], { n: { m: 'x\ny' } }],
    ];
    const mutated = (value: unknown, depth: number): unknown => {
      const fresh = () => structuredClone(values[random(values.length)]);
      if (Array.isArray(value)) {
        const at = random(value.length + 1);
        const item = random(2) && at < value.length ? [mutated(value[at], depth + 1)] : random(2) ? [fresh()] : [];
        return (value as unknown[]).toSpliced(at, random(2), ...item);
      }
      if (typeof value !== 'object' || value === null) return fresh();
      const entries = Object.entries(value);
      const at = random(entries.length + 1);
      const key = ['new', 'on', 'a b', '#', 'k1', 'k2'][random(6)]!;
      if (random(4) === 0) return Object.fromEntries(entries.toSpliced(at, 0, [key, fresh()]));
      if (random(6) === 0 && depth > 0) return Object.fromEntries(entries.toSpliced(at, 1));
      return Object.fromEntries(
        entries.map(([name, inner], index) => [name, index === at ? mutated(inner, depth + 1) : inner]),
      );
    };
    let anew = 0;
    let changes = 0;
    for (let round = 0; round < 120; round++) {
      let text = [TEXT, `---\n${TEXT}`, TEXT.replaceAll('\n', '\r\n'), TEXT.trimEnd()][round % 4]!;
      for (let step = 0; step < 4; step++) {
        const objects = objectsIn(text).map((object) => (random(2) ? (mutated(object, 0) as object) : object));
        const next = patchYaml(text, objects);
        expect(parseManifest(next, 'yaml'), `${text}\n${JSON.stringify(objects)}`).to.deep.equal({
          objects,
          issues: [],
        });
        changes++;
        if (text.includes('# The end.') && !next.includes('# The end.')) anew++;
        text = next;
      }
    }
    expect(anew / changes).to.be.below(0.01);
  });
});
