/**
 * From a kubeconfig to the cluster: the built command, a real browser under its Content-Security-Policy, and kubectl as
 * the witness that what was created in the form is there.
 */
import { expect } from 'chai';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { serveMemoryCluster } from '../../src/data-source/memory/http.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { sampleObjects } from '../../src/samples/index.js';
import { serveFetch, type FetchServer } from '../../tools/fetch-server.mjs';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';
import { findKubectl } from '../../tools/find-kubectl.mjs';

const CLI = fileURLToPath(new URL('../../dist/gateway/cli.js', import.meta.url));
const SECRET = 'dummy-secret-access-key-7f3a';
const KEY = { namespace: 'demo', name: 'my-storage' };
const ENTRIES = {
  Name: 'my-storage',
  Provider: 's3',
  'AWS Access Key ID': 'dummy-access-key-id',
  'AWS Secret Access Key': SECRET,
  Bucket: 'e2e',
  'End Point': 'https://minio.storage.svc:9000',
  Region: 'us-east-1',
};

const kubeconfigOf = (server: string): string => `
apiVersion: v1
kind: Config
clusters: [{ name: memory, cluster: { server: "${server}" } }]
users: [{ name: somebody, user: { token: of-the-kubeconfig } }]
contexts: [{ name: of-the-test, context: { cluster: memory, user: somebody } }]
current-context: of-the-test
`;

describe('the gateway, from a kubeconfig to the cluster', () => {
  let cluster: MemoryCluster;
  let upstream: FetchServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let directory = '';
  let kubeconfig = '';
  let said: string[];
  const commands: { child: ChildProcess; out: string }[] = [];

  before(async () => {
    cluster = new MemoryCluster({ objects: sampleObjects(), operator: { delayMs: 300 } });
    upstream = await serveFetch(serveMemoryCluster(cluster));
    directory = await mkdtemp(join(tmpdir(), 'gateway-'));
    kubeconfig = join(directory, 'config');
    await writeFile(kubeconfig, kubeconfigOf(upstream.url), { mode: 0o600 });
    browser = await puppeteer.launch({ executablePath: await findBrowser(), args: browserArgs });
  });

  after(async () => {
    await browser.close();
    await upstream.close();
    cluster.dispose();
    await rm(directory, { recursive: true });
  });

  beforeEach(async () => {
    said = [];
    context = await browser.createBrowserContext();
    page = await opened();
  });

  afterEach(async () => {
    await context.close();
    for (const { child } of commands.splice(0)) child.kill('SIGKILL');
    expect(said, 'what the console of the browser says').to.deep.equal([]);
  });

  const listenTo = (tab: Page): void => {
    tab.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => said.push(String(error)));
  };
  const opened = async (): Promise<Page> => {
    const tab = await context.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    listenTo(tab);
    return tab;
  };

  /** Starts the command as a user does, and answers the address that it prints. */
  const start = async (...args: string[]): Promise<{ url: string; log: () => string }> => {
    const child = spawn(process.execPath, [CLI, '--kubeconfig', kubeconfig, '--no-open', ...args]);
    const command = { child, out: '' };
    commands.push(command);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (command.out += String(part)));
    for (let turn = 0; turn < 400 && !command.out.includes('Ctrl+C'); turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const url = /http:\S+#token=\S+/.exec(command.out)?.[0] ?? expect.fail(command.out);
    return { url, log: () => command.out };
  };

  const waitForText = (words: string, tab = page) =>
    tab.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('#page > *')].some((element) =>
          (element.shadowRoot ?? element).textContent?.includes(wanted),
        ),
      { timeout: 20_000 },
      words,
    );
  const press = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(20_000).click();
  const heading = (tab = page) => tab.$eval('#cluster', (element) => element.textContent);

  it('creates a storage in the form that becomes Ready, for the page and for kubectl', async function () {
    const { url, log } = await start('--namespace', 'demo');
    await page.goto(url);
    await waitForText('minio-lab');
    // The token has left the address bar, and the namespace is preselected.
    expect(page.url()).to.equal(`${url.split('#')[0]}#/backupstorages?namespace=demo`);
    expect(await heading()).to.equal('of-the-test');

    await page.locator('::-p-aria([name="Create New Instance"])').click();
    for (const [label, value] of Object.entries(ENTRIES))
      await page.locator(`::-p-aria([name="${label}"])`).setTimeout(20_000).fill(value);
    await press('Preview');
    await waitForText('Submit');
    await press('Submit');
    await page.waitForFunction(() => location.hash === '#/backupstorages/demo/my-storage', { timeout: 20_000 });
    await page.locator('::-p-aria([name="BackupStorage"][role="link"])').click();
    await waitForText('my-storage');
    // Seen by a watch through the gateway, without a reload.
    await page.waitForFunction(
      () => {
        const rows = [...document.querySelector('backupstorage-list')!.shadowRoot!.querySelectorAll('tr')];
        return rows.some(({ textContent }) => textContent.includes('my-storage') && textContent.includes('Ready'));
      },
      { timeout: 20_000 },
    );

    const storage = cluster.get(BACKUP_STORAGES, KEY) as BackupStorage;
    const secretName = String(storage.spec?.storage?.s3?.secretName);
    expect(cluster.get(SECRETS, { namespace: 'demo', name: secretName })).to.have.nested.property(
      'data.AWS_SECRET_ACCESS_KEY',
      Buffer.from(SECRET).toString('base64'),
    );
    expect(log()).to.match(/^POST \S+\/secrets 201$/m);
    expect(log()).to.not.contain(SECRET).and.not.contain('dryRun').and.not.contain('of-the-kubeconfig');

    const kubectl = findKubectl();
    if (!kubectl) {
      console.log('      No kubectl here: the cluster itself was asked.');
      return;
    }
    const args = ['--kubeconfig', kubeconfig, 'get', 'backupstorages', '-n', 'demo', 'my-storage', '-o'];
    // Not in step: the cluster is in this process.
    const { stdout } = await promisify(execFile)(
      kubectl.path,
      [...args, 'jsonpath={.spec.storage.s3.bucket} {.status.phase}'],
      { env: { PATH: process.env['PATH'], HOME: directory }, timeout: 20_000 },
    );
    expect(stdout).to.equal('e2e Ready');
  });

  it('goes on after a reload, and in a tab that is opened from a link', async () => {
    const { url } = await start();
    await page.goto(url);
    await waitForText('minio-tls');
    await page.reload();
    await waitForText('minio-tls');
    const other = await opened();
    await other.goto(`${url.split('#')[0]}#/backupstorages/demo/minio-lab`);
    await waitForText('sample-sts-repo', other);
    expect(other.url()).to.not.contain('token');
  });

  it('says what to do in a tab that has no token, and in one whose gateway was started anew', async () => {
    const { url } = await start();
    const [address] = url.split('#');
    await page.goto(address!);
    await waitForText('This tab has no session. Open the address that the terminal shows');
    await page.goto(`${address}#token=${'x'.repeat(43)}`);
    await waitForText('The session of this tab is over. Open the address that the terminal shows');
    expect(page.url()).to.equal(address);
    // The refusal is what this is about, and the browser says it.
    expect(said.splice(0))
      .to.have.length(1)
      .and.satisfy(([only]: string[]) => only!.includes('401'));
    await page.goto(url);
    await waitForText('minio-tls');
  });

  it('says that it is read-only, and offers to create nothing', async () => {
    const { url } = await start('--read-only');
    await page.goto(url);
    await waitForText('minio-tls');
    expect(await heading()).to.equal('of-the-test, read-only');
    const offered = await page.$$('::-p-aria([name="Create New Instance"])');
    const states = await Promise.all(offered.map((link) => link.evaluate((element) => element.ariaDisabled)));
    expect(states.filter((state) => state !== 'true')).to.deep.equal([]);
  });
});
