import { expect } from 'chai';
import { Document, isMap, isScalar, parseAllDocuments, Scalar, visit } from 'yaml';
import { setIn } from '../../../src/manifest/json.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import { patchJson, patchYaml } from '../../../src/manifest/patch.js';
import { toJson, toYaml } from '../../../src/manifest/serialize.js';
import { MANIFESTS } from './expected-manifests.js';

const objectsIn = (text: string, format: 'yaml' | 'json' = 'yaml') => {
  const { objects, issues } = parseManifest(text, format);
  expect(issues, text).to.deep.equal([]);
  return objects as object[];
};

/** YAML shown as JSON and back again, as the controller does, with the JSON edited on the way if need be. */
function thereAndBack(yaml: string, edit: (json: string) => string = (json) => json): string {
  const json = edit(toJson(objectsIn(yaml)));
  return patchYaml(yaml, objectsIn(json, 'json'));
}

const RICH = `%YAML 1.2
---
# The secret.
apiVersion: v1
kind: Secret # of the lab

metadata: {name: lab-cred, labels: {b: '1', "10": x, "2": "y"}} # in brackets
stringData:
    PEM: |
        -----BEGIN-----
        a: b

        -----END-----
    FOLDED: >-
        one
        two
    "on": "yes"
    octal: "0o17"
---
---
# Nothing here.
---
kind: BackupStorage
apiVersion: storage.kubestash.com/v1alpha1
shared: &shared {cpu: 1, memory: "1"}
spec:
  unknownField: [1, 1.50, 0x1F, 1e3, -0.0, 9007199254740991, true, null, ~, ]
  intstr: 80
  text: "80"
  copy: *shared
  merged:
    <<: *shared
    cpu: 2
  list:
  - a   # first
  - b: 1

    c: 2 # second
...
---
a: last
# The end.
`;

const LIST = `apiVersion: v1
kind: List # of two
items:
# the first
- kind: Secret
  apiVersion: v1 # v1
# the second
- kind: BackupStorage
  apiVersion: storage.kubestash.com/v1alpha1
  spec: {}
metadata: {}
`;

describe('manifest: round trips', () => {
  for (const [name, yaml] of Object.entries({ ...MANIFESTS, rich: RICH, list: LIST }))
    for (const [ends, text] of [
      ['', yaml],
      [' with CRLF', yaml.replaceAll('\n', '\r\n')],
      [' without a last line break', yaml.trimEnd()],
    ] as const)
      it(`YAML to JSON and back is the same text: ${name}${ends}`, () => {
        expect(thereAndBack(text)).to.equal(text);
      });

  it('JSON to YAML and back is the same text, whatever its layout and order', () => {
    const json = '{"kind":"B",\r\n\t"apiVersion" : "v1","b":[1,"1",1.0,\r\n1e2,"\\u00e9\\/"],"a":{}}';
    const yaml = toYaml(objectsIn(json, 'json'));
    expect(patchJson(json, objectsIn(yaml))).to.equal(json);
    expect(patchJson(json, [{ kind: 'C' }])).to.equal('{\r\n  "kind": "C"\r\n}\r\n');
    const list = toJson(objectsIn(LIST));
    expect(patchJson(list, objectsIn(LIST))).to.equal(list);
  });

  it('an edit in JSON costs only the lines of what was edited', () => {
    const edited = thereAndBack(RICH, (json) => json.replace('"intstr": 80', '"intstr": "80"'));
    expect(edited).to.equal(RICH.replace('intstr: 80', 'intstr: "80"'));
    const added = thereAndBack(RICH, (json) => json.replace('"intstr": 80,', '"intstr": 80, "new": {"x": ["on"]},'));
    expect(added).to.equal(RICH.replace('  intstr: 80\n', '  intstr: 80\n  new:\n    x:\n      - "on"\n'));
    const crlf = RICH.replaceAll('\n', '\r\n');
    expect(thereAndBack(crlf, (json) => json.replace('"a": "last"', '"a": "last", "z": [1]'))).to.equal(
      crlf.replace('a: last\r\n', 'a: last\r\nz:\r\n  - 1\r\n'),
    );
  });

  it('a List stays a List, with its comments', () => {
    const edit = (change: (items: object[]) => object[]) => patchYaml(LIST, change(objectsIn(LIST)));
    expect(edit((items) => setIn(items, [1, 'spec'], { x: 1 }))).to.equal(LIST.replace('spec: {}', 'spec:\n    x: 1'));
    expect(edit((items) => items.slice(0, 1)))
      .to.contain('# the first')
      .and.to.contain('kind: List # of two');
    expect(edit((items) => [...items, { kind: 'New' }]))
      .to.contain('- kind: New\n')
      .and.to.contain('# the second');
    const mixed = `${LIST}---\nkind: Other # kept\n`;
    const objects = objectsIn(mixed);
    expect(patchYaml(mixed, setIn(objects, [2, 'x'], 1))).to.equal(`${LIST}---\nkind: Other # kept\nx: 1\n`);
    const fewer = patchYaml(mixed, objects.slice(1));
    expect(objectsIn(fewer)).to.deep.equal(objects.slice(1));
    expect(fewer).to.contain('kind: List').and.to.contain('# kept').and.to.contain('# the second');
  });

  it('what cannot be changed in its place costs no comment of another document', () => {
    const text = '# one\na: &x {k: 1} # gone\nb: *x\n---\n# two\nc: 1 # kept\n';
    const patched = patchYaml(text, [{ a: { k: 2 }, b: { k: 1 } }, { c: 1 }]);
    expect(objectsIn(patched)).to.deep.equal([{ a: { k: 2 }, b: { k: 1 } }, { c: 1 }]);
    expect(patched.startsWith('# one\n')).to.equal(true);
    expect(patched.endsWith('---\n# two\nc: 1 # kept\n')).to.equal(true);
  });

  it('what would not survive is refused, not changed', () => {
    for (const value of ['9007199254740993', '12345678901234567890', '1e999', '-9223372036854775808'])
      for (const [text, format] of [
        [`a: ${value}`, 'yaml'],
        [`{"a": ${value}}`, 'json'],
      ] as const)
        expect(parseManifest(text, format).issues[0]?.message, text).to.contain('cannot be kept exactly');
    for (const value of ['9007199254740991', '-9007199254740991', '2147483648'])
      expect(thereAndBack(`a: ${value} # exact\n`)).to.equal(`a: ${value} # exact\n`);
  });

  it('a document that Kubernetes passes over is refused', () => {
    const message = 'Kubernetes passes over this document: it begins one only below --- alone on its line.';
    for (const text of ['a: 1\n--- # c\nb: 2\n', 'a: 1\n...\nb: 2\n', 'a: 1\n--- {b: 2}\n', '---\n--- # c\nb: 2\n']) {
      const { objects, issues } = parseManifest(text, 'yaml');
      expect(objects, text).to.deep.equal([]);
      expect(
        issues.map((issue) => [issue.message, issue.from]),
        text,
      ).to.deep.equal([[message, text.includes('{') ? text.indexOf('{') : text.indexOf('b')]]);
    }
    for (const text of [
      '--- # c\na: 1\n---\nb: 2\n',
      'a: 1\n...\n---\nb: 2\n',
      'a: 1\r\n--- \r\nb: 2\r\n',
      '---\n---\n# c\n---\na: 1\n',
      'a: |\n  x\n  ---\n  y\n',
      'a: 1\n--- # nothing below\n',
    ])
      expect(parseManifest(text, 'yaml').issues, text).to.deep.equal([]);
  });

  it('writes new documents with the line ends of the text', () => {
    const patched = patchYaml('a: 1\r\n# kept\r\n', [{ a: 1 }, { b: { c: 'x\ny\n' } }]);
    expect(patched).to.equal('a: 1\r\n# kept\r\n---\r\nb:\r\n  c: |\r\n    x\r\n    y\r\n');
    expect(objectsIn(patched)).to.deep.equal([{ a: 1 }, { b: { c: 'x\ny\n' } }]);
    expect(patchYaml('a: [\r\n', [{ a: 1 }, { b: 2 }])).to.equal('a: 1\r\n---\r\nb: 2\r\n');
  });

  describe('random documents', () => {
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const pick = <T>(values: readonly T[]): T => values[random(values.length)]!;
    const WORDS =
      'a b on yes No null ~ 012 1_000 0x1F 0b1 1e3 .5 1:30 2020-01-01 <<  = x:y #c é 🙂 - ? | > & * ! % @'.split(' ');
    const ODD = [
      '',
      ' ',
      'a\nb',
      'a\n',
      '\na',
      'a\r\nb',
      'tab\there',
      '\u0085',
      '\u2028',
      'x: y',
      '# c',
      '"q"',
      "it's",
      '"',
      'true',
      '80',
    ];
    const scalar = () =>
      pick([
        () => pick(WORDS),
        () => pick(ODD),
        () => random(1e9) - 5e8,
        () => random(100) / 8,
        () => random(2) === 0,
        () => null,
      ])();
    const value = (depth: number): unknown => {
      if (depth > 3 || random(3) === 0) return scalar();
      const count = random(4);
      if (random(3) === 0) return Array.from({ length: count }, () => value(depth + 1));
      return object(depth, count);
    };
    const object = (depth: number, count = 1 + random(4)): object =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [pick([pick(WORDS), pick(ODD), `k${at}`]), value(depth + 1)]),
      );

    /** The object in some style or other, with comments; only what Kubernetes and YAML 1.2 read alike is left plain. */
    function styled(data: object): string {
      const document = new Document(data, { aliasDuplicateObjects: false });
      visit(document, {
        Scalar(key, node) {
          if (typeof node.value === 'string')
            node.type =
              /^[a-z]\w+$/.test(node.value) && !/^(?:on|off|yes|no|null|true|false|y|n)$/i.test(node.value)
                ? pick([Scalar.PLAIN, Scalar.QUOTE_SINGLE])
                : Scalar.QUOTE_DOUBLE;
          if (key !== 'key' && random(6) === 0 && isScalar(node)) node.comment = ` c${random(99)}`;
        },
        Collection(_key, node) {
          if (random(5) === 0) node.flow = true;
          else if (node.items.length > 0 && random(5) === 0) node.commentBefore = ` above${random(99)}`;
          if (isMap(node) && random(8) === 0) node.spaceBefore = true;
        },
      });
      return document.toString({ lineWidth: 0, indent: pick([2, 4]), indentSeq: random(2) === 0 });
    }

    it('are read as the yaml package reads them, and written so that YAML 1.1 reads the same', function () {
      this.timeout(30_000);
      for (let round = 0; round < 300; round++) {
        const objects = Array.from({ length: 1 + random(3) }, () => object(0));
        const text = objects.map(styled).join('---\n');
        const oracle = parseAllDocuments(text, { schema: 'core' }) as Document[];
        expect(objectsIn(text), text).to.deep.equal(oracle.map((one) => one.toJS() as unknown));
        const written = toYaml(objectsIn(text));
        for (const version of ['1.1', '1.2'] as const) {
          const documents = parseAllDocuments(written, { version }) as Document[];
          expect(
            documents.map((one) => one.toJS() as unknown),
            `${version}\n${written}`,
          ).to.deep.equal(objectsIn(text));
        }
      }
    });

    it('come back from JSON as they went, and after an edit say what was edited', function () {
      this.timeout(30_000);
      let kept = 0;
      let all = 0;
      for (let round = 0; round < 300; round++) {
        const newline = random(2) === 0 ? '\n' : '\r\n';
        const objects = Array.from({ length: 1 + random(3) }, () => object(0));
        const text = objects.map(styled).join('---\n').replaceAll('\n', newline);
        expect(thereAndBack(text)).to.equal(text);
        const edited = setIn(objectsIn(text), [random(objects.length), 'k0'], scalar());
        const patched = patchYaml(text, objectsIn(toJson(edited), 'json'));
        expect(objectsIn(patched), `${text}\n${JSON.stringify(edited)}`).to.deep.equal(edited);
        if (newline === '\r\n') expect(patched).not.to.match(/[^\r]\n/);
        const comments = (yaml: string) => yaml.match(/#\s(?:c|above)\d+/g)?.length ?? 0;
        all += comments(text);
        kept += Math.min(comments(patched), comments(text));
      }
      // What is lost stood inside the value that was exchanged, or in an object in brackets that got one more field.
      expect(kept / all).to.be.above(0.85);
    });
  });
});
