import { expect } from 'chai';
import { parse } from 'yaml';
import { emptyDraft, objectsOf, type StorageDraft } from '../../../src/manifest/draft.js';
import { setIn } from '../../../src/manifest/json.js';
import { isAmbiguousScalar, isPlainStringInGo } from '../../../src/manifest/kubernetes-yaml.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import { serialize, toJson, toYaml } from '../../../src/manifest/serialize.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { MANIFESTS } from './expected-manifests.js';

/** A draft as the form makes it: fields are filled one by one, and not in the order of the manifest. */
function filled(
  fields: Readonly<Record<string, unknown>>,
  provider: string,
  credentials: StorageDraft['credentials'][string],
): StorageDraft {
  let object: BackupStorage = emptyDraft().object;
  for (const [path, value] of Object.entries(fields)) object = setIn(object, path.split('/'), value);
  object = setIn(object, ['spec', 'storage', 'provider'], provider);
  return { object, credentials: { [provider]: credentials } };
}

const PEM = '-----BEGIN CERTIFICATE-----\nRFVNTVkgQ0VSVElGSUNBVEU=\n-----END CERTIFICATE-----\n';
const JSON_KEY = String.raw`{
  "type": "service_account",
  "project_id": "acme-demo",
  "private_key": "-----BEGIN DUMMY KEY-----\nZHVtbXk=\n-----END DUMMY KEY-----\n",
  "client_email": "backup@acme-demo.iam.gserviceaccount.com"
}
`;

const DRAFTS: Readonly<Record<keyof typeof MANIFESTS, StorageDraft>> = {
  s3: filled(
    {
      'spec/storage/s3/prefix': 'cluster-a',
      'spec/storage/s3/region': 'us-east-1',
      'spec/storage/s3/endpoint': 'https://minio.storage.svc:9000',
      'spec/storage/s3/bucket': 'lab',
      'metadata/labels': { team: 'apps' },
      'metadata/namespace': 'demo',
      'metadata/name': 's3-backup',
    },
    's3',
    {
      mode: 'new',
      values: {
        CA_CERT_DATA: PEM,
        AWS_SECRET_ACCESS_KEY: 'dummy-secret-access-key',
        AWS_ACCESS_KEY_ID: 'dummy-access-key-id',
      },
    },
  ),
  azure: filled(
    {
      'spec/runtimeSettings/pod/securityContext/runAsUser': 1000,
      'metadata/namespace': 'demo',
      'metadata/name': 'azure-backup',
      'spec/storage/azure/maxConnections': 10,
      'spec/storage/azure/prefix': 'db',
      'spec/storage/azure/container': 'db-backups',
      'spec/storage/azure/storageAccount': 'acmedemo',
      'spec/usagePolicy/allowedNamespaces': {
        from: 'Selector',
        selector: { matchLabels: { 'backup.example.com/allowed': 'true' } },
      },
    },
    'azure',
    { mode: 'new', values: { AZURE_ACCOUNT_KEY: 'ZHVtbXkta2V5' } },
  ),
  gcs: filled(
    {
      'metadata/name': 'gcs-backup',
      'metadata/namespace': 'demo',
      'spec/default': true,
      'spec/storage/gcs/bucket': 'acme-demo-backups',
      'spec/storage/gcs/prefix': 'cluster-a',
      'spec/usagePolicy/allowedNamespaces/from': 'All',
    },
    'gcs',
    { mode: 'new', values: { GOOGLE_SERVICE_ACCOUNT_JSON_KEY: JSON_KEY, GOOGLE_PROJECT_ID: 'acme-demo' } },
  ),
  local: filled(
    {
      'spec/runtimeSettings/pod/securityContext/fsGroup': 65534,
      'spec/storage/local/persistentVolumeClaim/claimName': 'storage-pvc',
      'spec/storage/local/subPath': 'db',
      'spec/storage/local/mountPath': '/safe/data',
      'metadata/name': 'local-backup',
      'metadata/namespace': 'demo',
    },
    'local',
    { mode: 'new', values: {} },
  ),
  irsa: filled(
    {
      'metadata/name': 'irsa-backup',
      'metadata/namespace': 'demo',
      'spec/storage/s3/bucket': 'acme-demo',
      'spec/storage/s3/region': 'us-east-1',
      'spec/storage/s3/endpoint': 'https://s3.us-east-1.amazonaws.com',
      'spec/runtimeSettings/pod/serviceAccountName': 'bucket-user',
    },
    's3',
    { mode: 'none', values: { AWS_ACCESS_KEY_ID: 'typed-before-the-mode-was-changed' } },
  ),
};

const BOOLEANS = ['y', 'yes', 'n', 'no', 'on', 'off', 'true', 'false'];
const cased = (word: string) => [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)];

/** Plain scalars that some reader takes for something else than a string. The first list is kubectl's own answers. */
const NO_STRINGS_IN_GO = [
  ...BOOLEANS.flatMap(cased),
  ...['~', 'null', 'Null', 'NULL', '', '.inf', '-.Inf', '+.INF', '.nan', '.NaN'],
  ...['0', '-0', '00', '012', '-012', '+012', '08', '1_000', '1__0', '1_', '-_1', '0_1', '18_81_', '0_x1'],
  ...['0x1F', '0X1f', '-0x1F', '0x_1', '0b11', '0B11', '-0b1', '0o17', '0O17', '-0o7', '0o_7'],
  ...['1e3', '1E+3', '1e_3', '1e1_0', '1_e3', '1.5e3', '.5', '+.5', '1.', '1._', '0.1_', '01._', '1_000.5'],
];
const NO_STRINGS_IN_1_1 = [
  ...['=', '<<', '.', '-.', 'e1', '.e1', 'E-8', '0x_', '1:30', '190:20:30', '1:30.5'],
  ...['2001-01-01', '2001-1-1', '2001-01-01T00:00:00Z', '2001-01-01 00:00:00'],
];
const LOOK_ALIKES = ['oFF', 'tRue', '_1', '1-1', '0xg', '0b2', '1.2.3', 'e', '--1', '12a', '1e', '1 000', 'nil', 'y1'];
const PLAIN = [
  'a',
  'demo',
  'us-east-1',
  'https://minio.storage.svc:9000',
  '/safe/data',
  'a=b',
  'büro',
  '日本',
  '-a',
  '?a',
];

const CONTROLS = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((text) =>
  /\p{Cc}/u.test(text),
);
const AWKWARD = [
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    ' a',
    'a ',
    '- a',
    '-',
    '? a',
    '?',
    '!a',
    '&a',
    '*a',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    `"'`,
    '\\',
    'a\\nb',
    '---',
    '--- a',
    '...',
    '<<',
    '=',
    '\t',
    'a\tb',
    '\ta',
    'a\t',
  ],
  ...[
    'a\nb',
    'a\nb\n',
    'a\nb\n\n',
    '\na',
    '\n',
    '\n\n',
    ' a\nb',
    'a\n b',
    'a \nb',
    'a\n',
    'a\n ',
    '\n a\n',
    'a\n\t',
    '\ta\nb',
  ],
  ...['a\r\nb\r\n', 'a\rb', '\r', '---\na', 'a\n---\nb', 'a\n...\n', '%a\nb', '# a\nb', 'a\n# b', 'it\'s\n"so"'],
  ...['\u2028', 'a\u2029b', '\ufeff', 'a\ufeff', '\ufffe', '\ud800', 'a\udfffb', '😀', '\u00a0', '\u3000a'],
  ...['__proto__', 'constructor', 'x'.repeat(2000), `${'word '.repeat(200)}end`],
];

const STRINGS = [
  ...NO_STRINGS_IN_GO,
  ...NO_STRINGS_IN_1_1,
  ...LOOK_ALIKES,
  ...PLAIN,
  ...CONTROLS,
  ...CONTROLS.map((control) => `a${control}b`),
  ...CONTROLS.map((control) => `a\n${control}b\n`),
  ...AWKWARD,
];

/** Everything that the text says, keys in order, with the types kept apart. */
const said = (value: unknown) => JSON.stringify(value);

describe('manifest: serialize', () => {
  for (const [name, manifest] of Object.entries(MANIFESTS))
    it(`writes the ${name} manifest of the API facts, byte for byte`, () => {
      const objects = objectsOf(DRAFTS[name as keyof typeof MANIFESTS]);
      expect(toYaml(objects)).to.equal(manifest);
      expect(serialize(objects, 'yaml')).to.equal(manifest);
      expect(parseManifest(manifest, 'yaml')).to.deep.equal({ objects, issues: [] });
    });

  it('knows what Kubernetes takes for no string', () => {
    for (const text of NO_STRINGS_IN_GO) expect(isPlainStringInGo(text), said(text)).to.equal(false);
    for (const text of [...LOOK_ALIKES, ...PLAIN]) expect(isPlainStringInGo(text), said(text)).to.equal(true);
    for (const text of NO_STRINGS_IN_1_1) expect(isAmbiguousScalar(text), said(text)).to.equal(true);
    for (const text of PLAIN) expect(isAmbiguousScalar(text), said(text)).to.equal(false);
  });

  for (const version of ['1.1', '1.2'] as const)
    it(`writes every string so that a YAML ${version} reader reads it back, as value and as key`, () => {
      for (const text of STRINGS) {
        const object = { value: text, list: [text], [text]: text, nested: { [text]: { [text]: 1 } } };
        expect(said(parse(toYaml([object]), { version })), said(text)).to.equal(said(object));
      }
    });

  it('writes every string so that this library reads it back without a complaint', () => {
    for (const text of STRINGS) {
      const object = { value: text, [`${text} key`]: [text] };
      const { objects, issues } = parseManifest(toYaml([object]), 'yaml');
      expect(issues, said(text)).to.deep.equal([]);
      expect(said(objects), said(text)).to.equal(said([object]));
    }
  });

  it('quotes what is ambiguous, and nothing else', () => {
    for (const text of [...NO_STRINGS_IN_GO, ...NO_STRINGS_IN_1_1])
      expect(toYaml([{ [text]: text }]), said(text)).to.equal(`"${text}": "${text}"\n`);
    for (const text of PLAIN) expect(toYaml([{ a: text }])).to.equal(`a: ${text}\n`);
  });

  it('leaves numbers, booleans and null as they are', () => {
    const object = { a: 1, b: -1.5, c: true, d: null, e: [], f: {}, g: 1e21 };
    expect(toYaml([object])).to.equal('a: 1\nb: -1.5\nc: true\nd: null\ne: []\nf: {}\ng: 1e+21\n');
    expect(parse(toYaml([object]))).to.deep.equal(object);
  });

  it('escapes what a reader or a clipboard may change', () => {
    const text = toYaml([{ a: `x${[...CONTROLS, '\u2028', '\u2029', '\ufeff'].join('x')}`, '\u0085': 'b' }]);
    expect(text.replaceAll('\n', '')).to.not.match(/[\p{Cc}\u2028\u2029\ufeff]/u);
    expect(text)
      .to.contain(String.raw`\x85`)
      .and.to.contain(String.raw`\u2028`)
      .and.to.contain(String.raw`\ufeff`);
  });

  it('writes several lines as a literal block, and in quotes what a block cannot hold safely', () => {
    const yaml = (text: string) => toYaml([{ a: text }]);
    expect(yaml('x\ny\n')).to.equal('a: |\n  x\n  y\n');
    expect(yaml('x\ny')).to.equal('a: |-\n  x\n  y\n');
    expect(yaml('x\n\n  y\n')).to.equal('a: |\n  x\n\n    y\n');
    expect(yaml('x\r\ny\r\n')).to.equal('a: "x\\r\\ny\\r\\n"\n');
    expect(yaml('x\ny\n\n')).to.equal('a: "x\\ny\\n\\n"\n');
    expect(yaml(' x\ny')).to.equal('a: " x\\ny"\n');
    expect(toYaml([{ 'x\ny': 1 }])).to.equal('"x\\ny": 1\n');
  });

  it('never wraps a line', () => {
    const long = `${'word '.repeat(100)}end`;
    for (const text of [long, `${long}: "quoted" 'too'`, `${long}\n${long}\n`, `${long}\r\n${long}`])
      expect(toYaml([{ a: text }]).split('\n').length).to.be.at.most(4);
    expect(toYaml([{ a: `${long}\r\n` }])).to.equal(`a: "${long}\\r\\n"\n`);
  });

  it('writes equal objects out instead of pointing from one to the other', () => {
    const labels = { a: 'b' };
    expect(toYaml([{ one: labels, two: labels }])).to.equal('one:\n  a: b\ntwo:\n  a: b\n');
  });

  it('separates documents, and writes several objects as a List in JSON', () => {
    expect(toYaml([{ a: 1 }, { b: 2 }])).to.equal('a: 1\n---\nb: 2\n');
    expect(toJson([{ a: 1 }])).to.equal('{\n  "a": 1\n}\n');
    const objects = [{ a: 1 }, { b: '\u2028"' }];
    expect(JSON.parse(serialize(objects, 'json'))).to.deep.equal({ apiVersion: 'v1', kind: 'List', items: objects });
    expect(parseManifest(toJson(objects), 'json').objects).to.deep.equal(objects);
  });
});
