import { expect } from 'chai';
import { adviceOf, type AdviceInput } from '../../../src/controllers/form/advice-issues.js';
import { en } from '../../../src/locales/en/index.js';
import { setIn } from '../../../src/manifest/json.js';
import { SERVER_RULES } from '../../../src/model/server-rules.js';
import type { BackupStorage, LabelSelector, StorageBackend, UsagePolicy } from '../../../src/model/types.js';

const ENDPOINT = 'https://minio.storage.svc:9000';
const S3 = { endpoint: ENDPOINT, bucket: 'lab', region: 'us-east-1', prefix: 'a/b' };

function storageOf(storage: StorageBackend, spec: BackupStorage['spec'] = {}, metadata = {}): BackupStorage {
  return { metadata: { namespace: 'demo', name: 'mine', ...metadata }, spec: { storage, ...spec } };
}
const s3 = (block: Record<string, unknown> = {}, spec: BackupStorage['spec'] = {}, metadata = {}) =>
  storageOf({ provider: 's3', s3: { ...S3, ...block } }, spec, metadata);
const other = (storage: BackupStorage, name = 'other', namespace = 'elsewhere'): BackupStorage => ({
  ...storage,
  metadata: { namespace, name },
});
const policy = (from: string, selector?: LabelSelector): { usagePolicy: UsagePolicy } => ({
  usagePolicy: { allowedNamespaces: { from, ...(selector && { selector }) } },
});

type Said = [severity: string, id: string, message: string];

/** Each issue as severity, id, and message. */
function said(storage: BackupStorage, rest: Partial<AdviceInput> = {}): Said[] {
  return adviceOf({ storage, messages: en, ...rest }).map(({ severity, id, message }) => [severity, id, message]);
}
const ids = (storage: BackupStorage, rest: Partial<AdviceInput> = {}) =>
  said(storage, rest).map(([severity, id]) => `${severity} ${id}`);

const PREFIX = 'spec.storage.s3.prefix';

describe('advice: a storage without faults', () => {
  it('is told nothing', () => {
    expect(said(s3(), { others: [other(s3({ bucket: 'x' }))] })).to.deep.equal([]);
    expect(said(storageOf({ provider: 'gcs', gcs: { bucket: 'lab_1' } }, policy('All')))).to.deep.equal([]);
  });
});

describe('advice: names', () => {
  it("says in the server's words that the name is taken", () => {
    expect(said(s3(), { others: [other(s3({ bucket: 'x' }), 'mine', 'demo')] })).to.deep.equal([
      ['error', 'metadata.name', 'backupstorages.storage.kubestash.com "mine" already exists'],
    ]);
    expect(said(s3(), { others: [other(s3({ bucket: 'x' }), 'mine', 'staging')] })).to.deep.equal([]);
  });

  it('says that the namespace is missing only when all are known', () => {
    const namespaces = [{ name: 'prod', labels: {} }];
    expect(said(s3(), { namespaces, namespacesKnown: 'all' })).to.deep.equal([
      ['error', 'metadata.namespace', 'namespaces "demo" not found'],
    ]);
    for (const namespacesKnown of ['names', 'none', 'loading'] as const)
      expect(said(s3(), { namespaces, namespacesKnown })).to.deep.equal([]);
  });
});

describe('advice: the default storage', () => {
  const mine = (from: string, selector?: LabelSelector) => s3({}, { default: true, ...policy(from, selector) });
  const theirs = (from: string, namespace: string, selector?: LabelSelector) =>
    other(s3({ bucket: 'x' }, { default: true, ...policy(from, selector) }), 'other', namespace);

  it("refuses a second one of the namespace in the server's words, and names the first", () => {
    const [issue, ...more] = said(mine('Same'), { others: [theirs('Same', 'demo')] });
    expect(more).to.deep.equal([]);
    expect(issue?.slice(0, 2)).to.deep.equal(['error', 'spec.default']);
    expect(issue?.[2]).to.match(new RegExp(`^${SERVER_RULES.multipleDefaults}: demo/other `));
  });

  it('has nothing against one in another namespace', () => {
    expect(said(mine('Same'), { others: [theirs('Same', 'prod'), theirs('All', 'prod')] })).to.deep.equal([]);
  });

  it('warns that one open to all is considered last, and of others open to all', () => {
    const issues = said(mine('All'), { others: [theirs('All', 'prod')] });
    expect(issues.map(([severity, id]) => `${severity} ${id}`)).to.deep.equal([
      'warning spec.default',
      'warning spec.default',
    ]);
    expect(issues[0]?.[2]).to.contain('prod/other is a default for the same namespaces');
    expect(issues[1]?.[2]).to.contain('considered last, also in demo');
  });

  it('names the one that is taken before it', () => {
    const [issue] = said(mine('All'), { others: [theirs('Selector', 'prod', {})] });
    expect(issue?.[2]).to.contain('prod/other is taken before it');
  });

  it('warns of two selectors that match the same namespace', () => {
    const namespaces = [{ name: 'demo', labels: { env: 'prod' } }];
    const selector = { matchLabels: { env: 'prod' } };
    const others = [theirs('Selector', 'prod', selector)];
    expect(ids(mine('Selector', selector), { others, namespaces })).to.deep.equal(['warning spec.default']);
  });
});

describe('advice: the directory', () => {
  it("refuses another storage's, in any namespace, and names it", () => {
    const [issue, ...more] = said(s3(), { others: [other(s3({ prefix: 'a/b/' }))] });
    expect(more).to.deep.equal([]);
    expect(issue?.slice(0, 2)).to.deep.equal(['error', PREFIX]);
    expect(issue?.[2]).to.match(new RegExp(`^${SERVER_RULES.sameDirectory}: elsewhere/other points there`));
  });

  it('says why on another server: endpoints are not compared', () => {
    const [issue] = said(s3(), { others: [other(s3({ endpoint: 'https://another:9000' }))] });
    expect(issue?.[2]).to.contain('does not compare endpoints');
  });

  const near: [what: string, block: Record<string, unknown>, id: string, words: string][] = [
    ['slashes', { prefix: '/a/b' }, PREFIX, 'slashes at its ends'],
    ['region', { region: '' }, 'spec.storage.s3.region', 'under another region'],
    ['inside', { prefix: 'a' }, PREFIX, 'lies inside that of elsewhere/other'],
    ['contains', { prefix: 'a/b/c' }, PREFIX, 'of elsewhere/other lies inside this one'],
  ];
  for (const [what, block, id, words] of near)
    it(`warns of a near miss: ${what}`, () => {
      const issues = said(s3(), { others: [other(s3(block))] });
      expect(issues.map((issue) => issue.slice(0, 2))).to.deep.equal([['warning', id]]);
      expect(issues[0]?.[2]).to.contain(words).and.to.contain('elsewhere/other');
    });

  it('names three near misses of a kind, not hundreds', () => {
    const others = Array.from({ length: 500 }, (_, at) => other(s3({ prefix: `a/b/${at}` }), `o${at}`));
    expect(said(s3(), { others })).to.have.length(3);
  });

  it('foresees the crash of the webhook over a stored storage without its block', () => {
    const [issue] = said(s3(), { others: [other(storageOf({ provider: 's3' }))] });
    expect(issue?.slice(0, 2)).to.deep.equal(['error', 'spec.storage.provider']);
    expect(issue?.[2]).to.contain('elsewhere/other has the provider s3');
  });

  it('is quick among thousands', () => {
    const others = Array.from({ length: 10_000 }, (_, at) => other(s3({ bucket: `b${at}` }), `o${at}`));
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      adviceOf({ storage: s3(), others, messages: en });
      return performance.now() - started;
    });
    // A key press has 50 ms; other tests may run beside this one.
    expect(Math.min(...times)).to.be.lessThan(50);
  });
});

describe('advice: the selector', () => {
  const ID = 'spec.usagePolicy.allowedNamespaces.selector';
  const namespaces = [
    { name: 'demo', labels: { env: 'dev' } },
    { name: 'prod', labels: { env: 'prod' } },
  ];

  it("refuses a policy without its selector in the server's words", () => {
    const [issue, ...more] = said(s3({}, policy('Selector')));
    expect(more).to.deep.equal([]);
    expect(issue?.slice(0, 2)).to.deep.equal(['error', ID]);
    expect(issue?.[2].startsWith(SERVER_RULES.emptySelector)).to.be.true;
  });

  it('warns of an empty one', () => {
    expect(said(s3({}, policy('Selector', {})))).to.deep.equal([['warning', ID, en.selectorMatchesAll]]);
  });

  it('warns when it leaves out the own namespace', () => {
    const selector = { matchLabels: { env: 'prod' } };
    expect(said(s3({}, policy('Selector', selector)), { namespaces })).to.deep.equal([
      ['warning', ID, en.selectorWithoutOwn('demo')],
    ]);
    // Without the labels nobody knows.
    expect(said(s3({}, policy('Selector', selector)), { namespaces: [{ name: 'demo' }] })).to.deep.equal([]);
    expect(said(s3({}, policy('Selector', { matchLabels: { env: 'dev' } })), { namespaces })).to.deep.equal([]);
    const byName = { matchLabels: { 'kubernetes.io/metadata.name': 'prod' } };
    expect(ids(s3({}, policy('Selector', byName)))).to.deep.equal([`warning ${ID}`]);
  });

  it("tells faults at their part, in the API server's words", () => {
    const selector = { matchLabels: { a: 'b c' }, matchExpressions: [{ key: 'a', operator: 'Exists', values: ['x'] }] };
    const issues = said(s3({}, policy('Selector', selector)), { namespaces });
    expect(issues.map(([severity, id]) => `${severity} ${id}`)).to.deep.equal([
      `error ${ID}.matchLabels.a`,
      `error ${ID}.matchExpressions.0.values`,
    ]);
    expect(issues[0]?.[2]).to.match(/^a valid label must be an empty string/);
  });

  it('warns of one that is ignored', () => {
    expect(ids(s3({}, policy('All', {})))).to.deep.equal(['warning spec.usagePolicy.allowedNamespaces.from']);
  });
});

describe('advice: texts', () => {
  it('points out blanks and line breaks, and where they may be meant does not', () => {
    const at = 'spec.runtimeSettings.pod';
    const pod = { serviceAccountName: 'sa\n', podAnnotations: { a: ' free ' } };
    const container = { env: [{ name: 'A', value: ' free ' }] };
    expect(ids(s3({ region: ' us-east-1' }, { runtimeSettings: { pod, container } }))).to.deep.equal([
      'warning spec.storage.s3.region',
      `warning ${at}.serviceAccountName`,
    ]);
    expect(ids(s3({ prefix: 'a b' }))).to.deep.equal([]);
  });

  it('says what the server stores of slashes at the end', () => {
    expect(said(s3({ prefix: 'demo/' }))).to.deep.equal([['warning', PREFIX, en.slashCut('demo')]]);
    expect(said(s3({ prefix: 'demo//' }))).to.deep.equal([['warning', PREFIX, en.slashCut('demo/')]]);
    expect(said(s3({ prefix: '/' }))).to.deep.equal([['warning', PREFIX, en.slashCut('')]]);
    expect(ids(s3({ endpoint: `${ENDPOINT}/`, bucket: 'lab/' }))).to.deep.equal([
      'warning spec.storage.s3.endpoint',
      'warning spec.storage.s3.bucket',
    ]);
    // The server leaves a container alone, and no container is called so.
    const azure = storageOf({ provider: 'azure', azure: { storageAccount: 'acme', container: 'lab/' } });
    expect(said(azure)).to.deep.equal([['warning', 'spec.storage.azure.container', en.unusualName.container]]);
  });

  it('warns of slashes that the server takes for a difference', () => {
    expect(said(s3({ prefix: '/a' }))).to.deep.equal([['warning', PREFIX, en.leadingSlash]]);
    expect(said(s3({ prefix: 'a//b' }))).to.deep.equal([['warning', PREFIX, en.emptySegment]]);
  });

  it('warns of unusual names, and never more than warns', () => {
    expect(said(s3({ bucket: 'Büro' }))).to.deep.equal([['warning', 'spec.storage.s3.bucket', en.unusualName.s3]]);
    const azure = storageOf({ provider: 'azure', azure: { storageAccount: 'Acme-Demo', container: 'a--b' } });
    expect(ids(azure)).to.deep.equal([
      'warning spec.storage.azure.storageAccount',
      'warning spec.storage.azure.container',
    ]);
    expect(ids(storageOf({ provider: 'gcs', gcs: { bucket: 'x' } }))).to.deep.equal([
      'warning spec.storage.gcs.bucket',
    ]);
    // Of a provider that nobody knows nothing is usual.
    expect(said(storageOf({ provider: 'b2', b2: { bucket: 'X', prefix: '/a' } }))).to.deep.equal([]);
  });
});

describe('advice: places', () => {
  it('are given as paths, too: keys may hold dots', () => {
    const pod = { podLabels: { 'a.b/c d': 'x' } };
    const [label] = adviceOf({ storage: s3({}, { runtimeSettings: { pod } }), messages: en });
    expect(label?.path).to.deep.equal(['spec', 'runtimeSettings', 'pod', 'podLabels', 'a.b/c d']);
    const tolerations = [{ key: ' x' }];
    const [blank] = adviceOf({ storage: s3({}, { runtimeSettings: { pod: { tolerations } } }), messages: en });
    expect(blank?.path).to.deep.equal(['spec', 'runtimeSettings', 'pod', 'tolerations', 0, 'key']);
  });
});

describe('advice: the endpoint', () => {
  const ID = 'spec.storage.s3.endpoint';
  const at = (endpoint: string, block = {}) => said(s3({ endpoint, ...block }));

  it('must not name the bucket, nor a path', () => {
    expect(at('https://minio:9000/lab')).to.deep.equal([['warning', ID, en.endpointWithPath('/lab')]]);
    const aws = 'https://lab.s3.us-east-1.amazonaws.com';
    expect(at(aws)).to.deep.equal([['warning', ID, en.endpointWithBucket('lab')]]);
    expect(at('https://lab.nyc3.digitaloceanspaces.com')).to.deep.equal([
      ['warning', ID, en.endpointWithBucket('lab')],
    ]);
  });

  it('may be called as the bucket is', () => {
    expect(at('https://minio.demo.svc:9000', { bucket: 'minio' })).to.deep.equal([]);
    expect(at('https://minio.demo.svc.cluster.local:9000', { bucket: 'minio' })).to.deep.equal([]);
    expect(at('https://minio.example.com', { bucket: 'minio' })).to.deep.equal([]);
  });

  it('must be that of the region, on AWS', () => {
    expect(at('https://s3.eu-west-1.amazonaws.com')).to.deep.equal([
      ['warning', 'spec.storage.s3.region', en.endpointOfRegion('eu-west-1')],
    ]);
    expect(at('https://s3.us-east-1.amazonaws.com')).to.deep.equal([]);
    expect(at('https://s3.amazonaws.com', { region: 'eu-west-1' })).to.deep.equal([]);
  });

  it('must not hold credentials, and the warning does not repeat them', () => {
    const [issue] = at('https://me:hunter2@minio:9000');
    expect(issue?.[1]).to.equal(ID);
    expect(issue?.[2]).to.not.contain('hunter2');
  });
});

describe('advice: local volumes', () => {
  const local = (block: Record<string, unknown>) =>
    storageOf({ provider: 'local', local: { mountPath: '/data', ...block } });
  const pvc = { persistentVolumeClaim: { claimName: 'c' } };
  const ID = 'spec.storage.local.*';

  it('have exactly one source', () => {
    expect(said(local({}))).to.deep.equal([['error', ID, en.volumeSourceMissing]]);
    expect(said(local(pvc))).to.deep.equal([]);
    expect(said(local({ ...pvc, nfs: { server: 's', path: '/' } }))).to.deep.equal([
      ['error', ID, en.volumeSourcesMany(['persistentVolumeClaim', 'nfs'])],
    ]);
  });

  it('are lost with an emptyDir', () => {
    expect(said(local({ emptyDir: {} }))).to.deep.equal([['warning', ID, en.emptyDirLosesData]]);
  });
});

describe('advice: blocks and policies', () => {
  it('finds a missing block and those of other providers', () => {
    expect(said(storageOf({ provider: 's3' }))).to.deep.equal([['error', 'spec.storage.s3', en.blockMissing('s3')]]);
    expect(said(storageOf({ provider: 's3', s3: S3, gcs: { bucket: 'x' } }))).to.deep.equal([
      ['error', 'spec.storage.gcs', en.blockOfAnother('gcs', 's3')],
    ]);
  });

  it('finds the usage policy that crashes the webhook', () => {
    expect(said(s3({}, { usagePolicy: {} }))).to.deep.equal([
      ['error', 'spec.usagePolicy.allowedNamespaces.from', en.usagePolicyIncomplete],
    ]);
  });
});

describe('advice: what the Job will be refused for', () => {
  const IDS = [
    'spec.runtimeSettings.pod.securityContext.runAsUser',
    'spec.runtimeSettings.pod.securityContext.runAsGroup',
    'spec.runtimeSettings.pod.securityContext.fsGroup',
    'spec.runtimeSettings.pod.securityContext.supplementalGroups.0',
    'spec.runtimeSettings.container.securityContext.runAsUser',
    'spec.runtimeSettings.container.securityContext.runAsGroup',
  ];
  const withId = (id: string, value: unknown) => {
    if (!id.endsWith('.0')) return setIn(s3(), id.split('.'), value);
    return setIn(s3(), id.split('.').slice(0, -1), [value]);
  };
  for (const id of IDS)
    it(`an id out of range: ${id}`, () => {
      for (const value of [-1, 2_147_483_648, 10n ** 18n])
        expect(said(withId(id, value))).to.deep.equal([['error', id, 'must be between 0 and 2147483647, inclusive']]);
      for (const value of [0, 65534, 2_147_483_647, 5n]) expect(said(withId(id, value))).to.deep.equal([]);
    });

  it('labels and annotation keys of the pod', () => {
    const pod = {
      podLabels: { 'a b': 'c', ok: 'not ok' },
      podAnnotations: { 'a b': ' free ' },
      nodeSelector: { ok: 'x' },
    };
    expect(ids(s3({}, { runtimeSettings: { pod } }))).to.deep.equal([
      'error spec.runtimeSettings.pod.podLabels.a b',
      'error spec.runtimeSettings.pod.podLabels.ok',
      'error spec.runtimeSettings.pod.podAnnotations.a b',
    ]);
  });
});
