/** A session with the real kubectl: a witness to the API server around the in-memory cluster that we did not write. */
import { expect } from 'chai';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveMemoryCluster } from '../../src/data-source/memory/http.js';
import { MemoryCluster, SERVER_RULES } from '../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, NAMESPACES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../src/model/types.js';
import { SAMPLE_TIME, sampleObjects } from '../../src/samples/index.js';
import { bundledSchema } from '../../src/schema/bundled/index.js';
import { serveFetch, type FetchServer } from '../../tools/fetch-server.mjs';
import { findKubectl, type Kubectl } from '../../tools/find-kubectl.mjs';
import { KIND_COUNTS, REPOSITORIES, sample, STORAGES } from '../fixtures/acceptance.js';

interface Outcome {
  code: number;
  out: string;
  err: string;
}

const JANE = [{ verbs: ['get', 'list', 'watch'], resources: ['backupstorages'], namespaces: ['demo'] }];

const storage = (name: string, more: NonNullable<BackupStorage['spec']> = {}): BackupStorage => ({
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name, namespace: 'demo' },
  spec: {
    storage: { provider: 's3', s3: { bucket: name, endpoint: 'minio.lab', region: 'r', secretName: 'lab' } },
    ...more,
  },
});

const kubeconfigOf = (server: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'memory', cluster: { server } }],
    users: ['admin', 'jane'].map((name) => ({ name, user: name === 'admin' ? {} : { as: name } })),
    contexts: ['admin', 'jane'].map((user) => ({
      name: user,
      context: { cluster: 'memory', user, namespace: 'demo' },
    })),
    'current-context': 'admin',
  });

/** The rows of what `kubectl get` prints, by column. A cell begins where its head does, and may be empty. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = [...head.matchAll(/\S+(?: \S+)*/g)];
  return lines.map((line) =>
    Object.fromEntries(
      columns.map((column, index) => [column[0], line.slice(column.index, columns[index + 1]?.index).trim()]),
    ),
  );
}

/** Help text as kubectl prints it is broken into lines and indented. */
const flowing = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('kubectl', function () {
  this.timeout(60_000);
  let kubectl: Kubectl;
  let folder = '';
  let server: FetchServer;
  let cluster: MemoryCluster;
  let requests: string[] = [];
  const children = new Set<ChildProcess>();

  before(async function () {
    this.timeout(400_000);
    const found = findKubectl();
    if (!found) {
      console.log('    NOT RUN: there is no kubectl here and none could be installed; set KUBECTL to one.');
      return this.skip();
    }
    kubectl = found;
    console.log(`    with kubectl ${kubectl.version} (${kubectl.path})`);
    cluster = new MemoryCluster({
      objects: sampleObjects(),
      // The clock stands still, so that ages read as the acceptance tables have them.
      now: () => SAMPLE_TIME,
      operator: { delayMs: 400 },
    });
    const admin = cluster.dataSource();
    const jane = cluster.dataSource({ user: 'jane', rules: JANE });
    const serve = serveMemoryCluster(cluster, {
      now: () => SAMPLE_TIME,
      source: ({ headers }) => (headers.get('Impersonate-User') === 'jane' ? jane : admin),
    });
    server = await serveFetch((request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return serve(request);
    });
    folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
    await writeFile(join(folder, 'kubeconfig'), kubeconfigOf(server.url), { mode: 0o600 });
  });

  after(async () => {
    for (const child of children) child.kill();
    cluster?.dispose();
    await server?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  beforeEach(() => void (requests = []));

  // Its discovery is cached by host and port, and ports come again.
  const environment = (): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    HOME: folder,
    KUBECACHEDIR: join(folder, 'cache'),
    KUBECONFIG: join(folder, 'kubeconfig'),
  });

  const run = (...args: string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      const options = { env: environment(), cwd: folder, timeout: 30_000 };
      const child = execFile(kubectl.path, args, options, (error, out, err) => {
        children.delete(child);
        resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
      });
      children.add(child);
    });

  /** What it prints when all goes well. */
  const printed = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run(...args);
    expect({ code, err }).to.deep.equal({ code: 0, err: '' });
    return out;
  };

  /** What it says when it is refused. */
  const refused = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).to.deep.equal({ code: 1, out: '' });
    return err.trim();
  };

  let files = 0;
  const file = async (object: unknown): Promise<string> => {
    const path = join(folder, `manifest-${(files += 1)}.json`);
    await writeFile(path, JSON.stringify(object));
    return path;
  };

  /** Older ones, such as that of Debian 12, check fields themselves, and know fewer commands. */
  const isOld = (): boolean => kubectl.minor < 28;
  const modern = (what: string, test: () => Promise<void>): void => {
    it(what, function () {
      if (!isOld()) return test();
      console.log(`      NOT RUN: kubectl ${kubectl.version} is too old for this; 1.28 or later is needed.`);
      this.skip();
    });
  };

  describe('reads', () => {
    it('the storages as the acceptance table has them', async () => {
      const rows = rowsOf(await printed('get', 'backupstorages', '-A'));
      expect(rows).to.deep.equal(
        STORAGES.map(({ storage: key, provider, size, age }) => {
          const { spec, status } = sample<BackupStorage>('BackupStorage', key);
          const [NAMESPACE, NAME] = key.split('/');
          return {
            NAMESPACE,
            NAME,
            PROVIDER: provider,
            DEFAULT: String(spec?.default ?? ''),
            'DELETION-POLICY': spec?.deletionPolicy ?? 'Delete',
            'TOTAL-SIZE': size ?? '',
            PHASE: status?.phase ?? '',
            AGE: age,
          };
        }),
      );
    });

    it('the repositories as the acceptance table has them', async () => {
      const rows = rowsOf(await printed('get', 'repositories', '-A'));
      expect(rows).to.have.length(KIND_COUNTS['Repository']!);
      for (const { repository, size, snapshots, age } of REPOSITORIES) {
        const row = rows.find(({ NAMESPACE, NAME }) => `${NAMESPACE}/${NAME}` === repository);
        expect(row).to.include({ SIZE: size ?? '', 'SNAPSHOT-COUNT': String(snapshots ?? ''), AGE: age });
      }
    });

    it('a page at a time', async () => {
      const names = await printed('get', 'backupstorages', '-A', '-o', 'name', '--chunk-size=5');
      expect(names.trim().split('\n')).to.have.length(14);
      expect(requests.filter((line) => line.endsWith('/backupstorages'))).to.have.length(3);
    });

    it('everything of KubeStash at once, by its category', async () => {
      const names = (await printed('get', 'kubestash', '-A', '-o', 'name')).trim().split('\n');
      for (const kind of ['BackupStorage', 'Repository', 'BackupConfiguration', 'RetentionPolicy', 'Snapshot'])
        expect(names.filter((name) => name.startsWith(`${kind.toLowerCase()}.`))).to.have.length(KIND_COUNTS[kind]!);
    });

    it('by short names', async () => {
      const names = await printed('get', 'repo,bc', '-n', 'prod', '-o', 'name');
      expect(names.trim().split('\n')).to.deep.equal([
        'repository.storage.kubestash.com/ledger-azure-repo',
        'repository.storage.kubestash.com/orders-pg-irsa-repo',
        'repository.storage.kubestash.com/orders-pg-repo',
        'backupconfiguration.core.kubestash.com/ledger-backup',
        'backupconfiguration.core.kubestash.com/orders-pg-backup',
      ]);
    });

    it('what there is', async () => {
      const rows = rowsOf(await printed('api-resources', '--namespaced'));
      expect(rows.map(({ NAME, SHORTNAMES, KIND }) => [NAME, SHORTNAMES, KIND])).to.have.deep.members([
        ['secrets', '', 'Secret'],
        ['backupbatches', '', 'BackupBatch'],
        ['backupconfigurations', 'bc', 'BackupConfiguration'],
        ['backupstorages', '', 'BackupStorage'],
        ['repositories', 'repo', 'Repository'],
        ['retentionpolicies', '', 'RetentionPolicy'],
        ['snapshots', '', 'Snapshot'],
      ]);
      const crds = rowsOf(await printed('get', 'crd'));
      expect(crds.map(({ NAME }) => NAME)).to.include('backupstorages.storage.kubestash.com');
      for (const row of crds) expect(row['CREATED AT']).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });

    it('an object whole', async () => {
      const object = JSON.parse(await printed('get', 'backupstorage', 'minio-lab', '-o', 'json')) as unknown;
      expect(object).to.deep.equal(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' }));
    });

    it('by labels and fields', async () => {
      const chosen = await printed('get', 'ns', '-l', 'kubernetes.io/metadata.name in (demo, prod)', '-o', 'name');
      expect(chosen).to.equal('namespace/demo\nnamespace/prod\n');
      const one = await printed('get', 'secrets', '--field-selector', 'metadata.name=minio-lab-cred', '-o', 'name');
      expect(one).to.equal('secret/minio-lab-cred\n');
    });

    it('a description, without the values of Secrets', async () => {
      const text = await printed('describe', 'backupstorage', 'minio-lab');
      expect(text).to.match(/^Name: +minio-lab\nNamespace: +demo\n/);
      expect(text)
        .to.match(/Phase: +Ready/)
        .and.match(/Total Size: +12\.222 MiB/);
      expect(text).to.match(/Events: +<none>/);
      expect(await printed('describe', 'secret', 'minio-lab-cred')).to.match(/Data\n====\n\S+: +\d+ bytes/);
    });
  });

  describe('explain', () => {
    const schema = bundledSchema(BACKUP_STORAGES)!;
    const spec = schema.properties!['spec']!.properties!;

    it('gives our help texts', async () => {
      const text = await printed('explain', 'backupstorage.spec');
      expect(text).to.match(/^(GROUP: +storage\.kubestash\.com\n)?KIND: +BackupStorage\nVERSION: +\S*v1alpha1\n/);
      for (const field of ['storage', 'deletionPolicy', 'usagePolicy', 'default'])
        expect(flowing(text)).to.include(flowing(spec[field]!.description!));
      if (kubectl.minor >= 30) expect(text).to.include('enum: ');
    });

    it('goes down to the last field', async () => {
      const text = await printed('explain', 'backupstorage', '--recursive');
      const names = (object: typeof schema): string[] =>
        Object.entries(object.properties ?? {}).flatMap(([name, property]) => [name, ...names(property)]);
      for (const name of names(schema.properties!['spec']!.properties!['storage']!))
        expect(text).to.match(new RegExp(`^ +${name}\\t<`, 'm'));
    });
  });

  describe('writes', () => {
    it('a Secret and a Namespace, which it sends as protobuf', async () => {
      await writeFile(
        join(folder, 'binary'),
        Uint8Array.from({ length: 300 }, (_, index) => index % 256),
      );
      const values = ['--from-literal=AWS_ACCESS_KEY_ID=minio', '--from-literal=AWS_SECRET_ACCESS_KEY=größer'];
      expect(
        await printed('create', 'secret', 'generic', 'lab', ...values, `--from-file=ca.crt=${join(folder, 'binary')}`),
      ).to.equal('secret/lab created\n');
      const secret = cluster.get<Secret>(SECRETS, { namespace: 'demo', name: 'lab' });
      expect(secret?.type).to.equal('Opaque');
      expect(secret?.data).to.deep.equal({
        AWS_ACCESS_KEY_ID: btoa('minio'),
        AWS_SECRET_ACCESS_KEY: Buffer.from('größer').toString('base64'),
        'ca.crt': (await readFile(join(folder, 'binary'))).toString('base64'),
      });
      expect(await refused('create', 'secret', 'generic', 'lab')).to.include('secrets "lab" already exists');
      expect(await printed('create', 'namespace', 'made')).to.equal('namespace/made created\n');
      expect(rowsOf(await printed('get', 'ns', 'made'))).to.deep.equal([{ NAME: 'made', STATUS: 'Active', AGE: '0s' }]);
      expect(await printed('delete', 'namespace', 'made')).to.match(/^namespace "made" deleted/);
      expect(cluster.get(NAMESPACES, { name: 'made' })).to.equal(undefined);
    });

    it('nothing in a dry run, and no unknown field when it is strict', async () => {
      const strict = ['create', '--dry-run=server', `--validate=${isOld() ? 'true' : 'strict'}`, '-f'];
      expect(await printed(...strict, await file(storage('dry')))).to.equal(
        'backupstorage.storage.kubestash.com/dry created (server dry run)\n',
      );
      const bad = await file(storage('dry', { storage: { provider: 's3', s3: { bukkit: 'b' } } } as never));
      const sentence = await refused(...strict, bad);
      if (isOld()) expect(sentence).to.match(/unknown field "(spec\.storage\.s3\.)?bukkit"/);
      else
        expect(sentence).to.equal(
          `Error from server (BadRequest): error when creating "${bad}": BackupStorage in version "v1alpha1" cannot be ` +
            'handled as a BackupStorage: strict decoding error: unknown field "spec.storage.s3.bukkit"',
        );
      expect(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'dry' })).to.equal(undefined);
    });

    it('the defaults of a dry run', async () => {
      const object = JSON.parse(
        await printed('create', '--dry-run=server', '-o', 'json', '-f', await file(storage('dry'))),
      ) as BackupStorage;
      expect(object.spec).to.deep.include({
        deletionPolicy: 'Delete',
        usagePolicy: { allowedNamespaces: { from: 'Same' } },
      });
    });

    modern('warnings of the server', async () => {
      const odd = await file(storage('dry', { 'größe, "quoted"': 1 } as never));
      const { code, err } = await run('create', '--dry-run=server', '--validate=warn', '-f', odd);
      expect([code, err]).to.deep.equal([0, 'Warning: unknown field "spec.größe, \\"quoted\\""\n']);
    });

    it('no two defaults in a namespace: the webhook’s own sentence', async () => {
      const first = await file(storage('first', { default: true }));
      await printed('create', '-f', first);
      const second = await refused('create', '-f', await file(storage('second', { default: true })));
      expect(second).to.match(/^Error from server \(Forbidden\): error when creating /);
      expect(second).to.include(
        `admission webhook "vbackupstorage.kb.io" denied the request: ${SERVER_RULES.multipleDefaults}`,
      );
      await printed('delete', 'backupstorage', 'first');
    });

    it('nothing that the schema forbids', async () => {
      const wrong = await file(storage('wrong', { deletionPolicy: 'Burn' } as never));
      expect(await refused('create', '-f', wrong)).to.include(
        'spec.deletionPolicy: Unsupported value: "Burn": supported values: "Delete", "WipeOut"',
      );
    });

    it('a storage, and watches until it is ready', async () => {
      const watch = spawn(kubectl.path, ['get', 'backupstorages', '-w', '--output-watch-events'], {
        env: environment(),
      });
      children.add(watch);
      let text = '';
      let closed = false;
      watch.stdout.on('data', (chunk: Buffer) => (text += String(chunk)));
      watch.on('close', () => (closed = true));
      const seen = async (pattern: RegExp): Promise<void> => {
        for (let turn = 0; !pattern.test(text); turn += 1) {
          if (turn > 400 || closed) throw new Error(`${pattern} was not seen in:\n${text}`);
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
      };
      await seen(/ADDED +minio-lab /);
      await printed('create', '-f', await file(storage('watched')));
      await seen(/ADDED +watched +s3 +Delete +0s/);
      await seen(/MODIFIED +watched +s3 +Delete +Ready +0s/);
      await printed('delete', 'backupstorage', 'watched');
      await seen(/DELETED +watched /);
      watch.kill('SIGINT');
      for (let turn = 0; cluster.openWatches > 0; turn += 1) {
        expect(turn).to.be.below(200);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    });

    it('a storage by server-side apply, and no field that is another’s', async () => {
      const path = await file(storage('applied', { deletionPolicy: 'WipeOut' }));
      const done = 'backupstorage.storage.kubestash.com/applied serverside-applied\n';
      expect(await printed('apply', '--server-side', '-f', path)).to.equal(done);
      expect(await printed('apply', '--server-side', '-f', path)).to.equal(done);
      const other = await file(storage('applied', { deletionPolicy: 'Delete' }));
      const conflict = await refused('apply', '--server-side', '--field-manager=gitops', '-f', other);
      expect(conflict).to.match(/^error: Apply failed with 1 conflict: conflict with "kubectl"/);
      expect(conflict).to.include('.spec.deletionPolicy');
      await printed('apply', '--server-side', '--field-manager=gitops', '--force-conflicts', '-f', other);
      expect(cluster.get<BackupStorage>(BACKUP_STORAGES, { namespace: 'demo', name: 'applied' })?.spec).to.include({
        deletionPolicy: 'Delete',
      });
      await printed('delete', 'backupstorage', 'applied');
    });

    it('patches, labels and annotations', async () => {
      await printed('create', '-f', await file(storage('patched')));
      const get = () => cluster.get<BackupStorage>(BACKUP_STORAGES, { namespace: 'demo', name: 'patched' });
      const patch = (type: string, body: unknown): string[] => [
        ...['patch', 'backupstorage', 'patched', `--type=${type}`],
        ...['-p', JSON.stringify(body)],
      ];
      const done = 'backupstorage.storage.kubestash.com/patched patched\n';
      expect(await printed(...patch('merge', { spec: { deletionPolicy: 'WipeOut' } }))).to.equal(done);
      expect(get()?.spec?.deletionPolicy).to.equal('WipeOut');
      expect(
        await printed(...patch('json', [{ op: 'replace', path: '/spec/deletionPolicy', value: 'Delete' }])),
      ).to.equal(done);
      expect(get()?.spec?.deletionPolicy).to.equal('Delete');
      expect(await refused(...patch('strategic', { spec: {} }))).to.include(
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json',
      );
      await printed('label', 'backupstorage', 'patched', 'tier=gold');
      await printed('annotate', 'backupstorage', 'patched', 'note=a b');
      expect(get()?.metadata).to.deep.include({ labels: { tier: 'gold' }, annotations: { note: 'a b' } });
      expect(await printed('get', 'backupstorages', '-l', 'tier=gold', '-o', 'name')).to.match(/\/patched\n$/);
    });

    it('a deletion that waits for what finalizers have to do', async () => {
      const key = { namespace: 'demo', name: 'patched' };
      for (let turn = 0; !cluster.get(BACKUP_STORAGES, key)?.metadata?.finalizers?.length; turn += 1) {
        expect(turn).to.be.below(100);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      expect(await printed('delete', 'backupstorage', 'patched', '--wait=false')).to.match(/"patched" deleted/);
      expect(cluster.get(BACKUP_STORAGES, key)?.metadata?.deletionTimestamp).to.be.a('string');
      // It waits until the storage has gone; on a busy machine that may have been before it began.
      const waited = await printed('delete', 'backupstorage', 'patched', '--ignore-not-found');
      expect(waited).to.match(/^$|"patched" deleted/);
      expect(cluster.get(BACKUP_STORAGES, key)).to.equal(undefined);
      expect(await refused('get', 'backupstorage', 'patched')).to.equal(
        'Error from server (NotFound): backupstorages.storage.kubestash.com "patched" not found',
      );
    });
  });

  describe('of a user with few rights', () => {
    const can = async (...args: string[]): Promise<string> =>
      (await run('--context=jane', 'auth', 'can-i', ...args)).out.trim();

    it('says what it may', async () => {
      expect(await can('list', 'backupstorages')).to.equal('yes');
      expect(await can('watch', 'backupstorages.storage.kubestash.com', '-n', 'demo')).to.equal('yes');
      expect(await can('list', 'backupstorages', '-A')).to.equal('no');
      expect(await can('list', 'backupstorages', '-n', 'prod')).to.equal('no');
      expect(await can('create', 'backupstorages')).to.equal('no');
      expect(await can('get', 'secrets')).to.equal('no');
      expect(rowsOf(await printed('--context=jane', 'auth', 'can-i', '--list'))).to.deep.equal([
        {
          Resources: 'backupstorages.storage.kubestash.com',
          'Non-Resource URLs': '[]',
          'Resource Names': '[]',
          Verbs: '[get list watch]',
        },
      ]);
    });

    it('is refused the rest, by name', async () => {
      expect(rowsOf(await printed('--context=jane', 'get', 'backupstorages'))).to.have.length(3);
      expect(await refused('--context=jane', 'get', 'backupstorages', '-A')).to.equal(
        'Error from server (Forbidden): backupstorages.storage.kubestash.com is forbidden: User "jane" cannot list ' +
          'resource "backupstorages" in API group "storage.kubestash.com" at the cluster scope',
      );
      expect(await refused('--context=jane', 'create', 'secret', 'generic', 'x')).to.include(
        'User "jane" cannot create resource "secrets" in API group "" in the namespace "demo"',
      );
    });

    modern('knows who it is', async () => {
      expect(await printed('--context=jane', 'auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}')).to.equal(
        'jane',
      );
    });
  });

  describe('says what is wrong', () => {
    afterEach(() => cluster.faults.clear());

    const times = Infinity;
    const when = ({ verb }: { verb: string }): boolean => verb === 'list';

    it('when the server fails', async () => {
      cluster.faults.fail(500, { times, when });
      expect(await refused('get', 'backupstorages')).to.match(/^Error from server \(InternalError\): /);
    });

    it('when it was signed out', async () => {
      cluster.faults.authExpired = true;
      expect(await refused('get', 'backupstorages')).to.match(/You must be logged in to the server/);
    });

    it('when a webhook is down', async () => {
      cluster.faults.webhookDown = true;
      expect(await refused('create', '-f', await file(storage('never')))).to.match(
        /Error from server \(InternalError\): .*failed calling webhook "mbackupstorage\.kb\.io"/,
      );
    });

    it('when it is told to come back later: it does', async () => {
      cluster.faults.fail(429, { times: 1, when, retryAfterSeconds: 1 });
      expect(rowsOf(await printed('get', 'backupstorages'))).to.have.length(3);
    });
  });

  it('gets along with `npm run api-server`', async () => {
    const rules = await file(JANE);
    const args = ['--import', 'tsx', 'tools/api-server.mjs', '--user', 'jane', '--rules', rules];
    const tool = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(tool);
    let text = '';
    for await (const chunk of tool.stdout) if ((text += String(chunk)).includes('Ctrl+C')) break;
    const [, kubeconfig = ''] = /export KUBECONFIG=(\S+)/.exec(text) ?? [];
    expect(text).to.match(/^The in-memory cluster is at http:\/\/127\.0\.0\.1:\d+\n/);
    expect(rowsOf(await printed('--kubeconfig', kubeconfig, 'get', 'backupstorages'))).to.have.length(3);
    expect(await refused('--kubeconfig', kubeconfig, 'get', 'ns')).to.include('User "jane" cannot list');
    const ended = new Promise((resolve) => tool.once('close', resolve));
    tool.kill('SIGTERM');
    expect(await ended).to.equal(0);
    expect(existsSync(kubeconfig)).to.equal(false);
  });
});
