/**
 * The demo console as a newcomer uses it: the built files, in a real browser, under the strict Content-Security-Policy
 * that `npm start` serves them with.
 */
import { expect } from 'chai';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';
import { STORAGES } from '../fixtures/acceptance.js';
import { configurationRowsOf, LIST_HEADS, LIST_ROWS, repositoryRowsOf, sorted } from '../fixtures/rows.js';

const SECRET = 'dummy-secret-access-key-7f3a';
const BASICS = { Namespace: 'demo', Name: 'my-storage' };

/** What a user enters for each provider. */
const ENTRIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  azure: { Provider: 'azure', 'Account Key': SECRET, 'Account Name': 'acmedemo', Container: 'e2e' },
  s3: {
    Provider: 's3',
    'AWS Access Key ID': 'dummy-access-key-id',
    'AWS Secret Access Key': SECRET,
    Bucket: 'e2e',
    'End Point': 'https://minio.storage.svc:9000',
    Region: 'us-east-1',
  },
  gcs: { Provider: 'gcs', 'Google Service Account JSON Key': `{"private_key": "${SECRET}"}`, Bucket: 'e2e' },
  local: { Provider: 'local', 'Mount Path': '/safe/data', 'claim Name': 'storage-pvc' },
};

describe('the demo console', () => {
  let browser: Browser;
  let running: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  /** Everything that the page has said: the Content-Security-Policy reports its violations here. */
  let said: string[];

  before(async () => {
    running = await serve(0);
    browser = await puppeteer.launch({ executablePath: await findBrowser(), args: browserArgs });
  });

  after(async () => {
    await browser.close();
    running.server.close();
  });

  beforeEach(async () => {
    said = [];
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(String(error)));
  });

  afterEach(async () => {
    await page.close();
    expect(said, 'what the console of the browser says').to.deep.equal([]);
  });

  const open = (hash: string) => page.goto(`${running.url}?now=2026-08-20T12:00:00Z${hash}`);
  const text = () => page.$eval('>>> [part]', (element) => (element.getRootNode() as ShadowRoot).textContent ?? '');
  const waitForText = (words: string) =>
    page.waitForFunction(
      (wanted) => {
        const elements = [...document.querySelectorAll('#page > *')];
        return elements.some((element) => element.shadowRoot?.textContent?.includes(wanted));
      },
      { timeout: 20_000 },
      words,
    );

  /** Waits for the status in the header of the detail page. */
  const waitForStatus = (status: string) =>
    page.waitForFunction(
      (wanted) =>
        document.querySelector('backupstorage-detail')?.shadowRoot?.querySelector('[part=header] .word')
          ?.textContent === wanted,
      { timeout: 20_000 },
      status,
    );

  /** The cells of a table, without what only screen readers get. No named functions: the compiler's helper is not there. */
  const rows = (name: string) =>
    page.evaluate((label) => {
      const root = document.querySelector('#page > *')!.shadowRoot!;
      const table = [...root.querySelectorAll('table')].find((one) => one.ariaLabel === label);
      return [...(table?.querySelectorAll('tr:not([aria-hidden])') ?? [])].map((row) =>
        [...row.children].map((cell) => {
          const copy = cell.cloneNode(true) as Element;
          for (const hidden of copy.querySelectorAll('.visually-hidden, .fold')) hidden.remove();
          for (const badge of copy.querySelectorAll('.badge, .mark')) badge.append(' ');
          return copy.textContent!.replace(/\s+/g, ' ').trim();
        }),
      );
    }, name);

  /** The rows of a table as soon as they are these; after ten seconds, whatever they are by then. */
  const rowsBecome = async (name: string, wanted: (body: string[][]) => unknown) => {
    const until = Date.now() + 10_000;
    for (;;) {
      const body = (await rows(name)).slice(1);
      if (wanted(body) || Date.now() > until) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const fill = async (entries: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(entries))
      await page.locator(`::-p-aria([name="${label}"])`).setTimeout(20_000).fill(value);
  };
  const press = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(20_000).click();

  it('lists exactly the rows of the acceptance table', async () => {
    await open('#/backupstorages');
    await waitForText('minio-tls');
    const body = await rowsBecome('BackupStorages', ({ length }) => length === LIST_ROWS.length);
    expect((await rows('BackupStorages'))[0]).to.deep.equal(LIST_HEADS);
    expect(sorted(body)).to.deep.equal(sorted(LIST_ROWS));
  });

  it('shows for every storage exactly the rows of the acceptance tables', async () => {
    for (const { storage } of STORAGES) {
      await page.goto('about:blank');
      await open(`#/backupstorages/${storage}`);
      const [repositories, configurations] = [repositoryRowsOf(storage), configurationRowsOf(storage)];
      await waitForText(repositories.length > 0 ? repositories[0]![0]! : 'No Repository stores here yet.');
      await waitForText(configurations.length > 0 ? configurations[0]![0]! : 'No BackupConfiguration stores here yet.');
      const shown = (name: string, { length }: readonly unknown[]) =>
        rowsBecome(name, (body) => body.length === length);
      expect(sorted(await shown('Repositories', repositories)), storage).to.deep.equal(sorted(repositories));
      expect(sorted(await shown('BackupConfigurations', configurations)), storage).to.deep.equal(
        sorted(configurations),
      );
    }
  });

  for (const [provider, entries] of Object.entries(ENTRIES))
    it(`creates a ${provider} storage, from the list to Ready, without a reload`, async () => {
      await open('#/backupstorages');
      await waitForText('minio-tls');
      await page.locator('::-p-aria([name="Create New Instance"])').click();
      await fill({ ...BASICS, ...entries });
      await press('Preview');
      await waitForText('Submit');
      expect(await text()).to.not.contain(SECRET);
      await press('Submit');
      // The host goes on to the detail page, which follows the storage until it is Ready.
      await page.waitForFunction(() => location.hash === '#/backupstorages/demo/my-storage');
      await waitForStatus('Ready');
      await page.locator('::-p-aria([name="BackupStorage"][role="link"])').click();
      // The detail page says the name and the status too: only a row of the list will do.
      const ofIt = ([name]: string[]) => name === 'my-storage';
      const row = (await rowsBecome('BackupStorages', (body) => body.find(ofIt)?.[5] === 'Ready')).find(ofIt);
      expect(row?.slice(1, 6)).to.deep.equal([
        'demo',
        { azure: 'Azure', s3: 'S3', gcs: 'GCS', local: 'Local' }[provider],
        '—',
        '0',
        'Ready',
      ]);
    });

  it('edits the manifest in the editor before it is submitted', async () => {
    await open('#/create');
    await fill({ ...BASICS, ...ENTRIES['s3'] });
    await press('Preview');
    await page.waitForFunction(() => {
      const editor = document.querySelector('#page > *')?.shadowRoot?.querySelector<HTMLElement>('.cm-content');
      editor?.focus();
      return editor;
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type('  default: true\n');
    await press('Submit');
    await page.waitForFunction(() => location.hash === '#/backupstorages/demo/my-storage');
    await waitForStatus('Ready');
  });

  it('shows the server’s verdict before Submit: accepted with what it adds, refused with a way to the line', async () => {
    await open('#/create');
    await fill({ ...BASICS, ...ENTRIES['s3'], Prefix: 'nightly/' });
    await press('Preview');
    await waitForText('The server accepts this');
    // The default and the slash that the webhook cuts.
    await waitForText('spec.runtimeSettings');
    await waitForText('spec.storage.s3.prefix');
    await page.waitForFunction(() => {
      const editor = document.querySelector('#page > *')?.shadowRoot?.querySelector<HTMLElement>('.cm-content');
      editor?.focus();
      return editor;
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type('  runtimeSettings:\n  pod: {priority: high}\n');
    await waitForText('The server refuses this');
    await page.locator('::-p-aria([name="spec.runtimeSettings.pod.priority"][role="button"])').click();
    await page.waitForFunction(() =>
      document
        .querySelector('#page > *')
        ?.shadowRoot?.querySelector('.cm-activeLine')
        ?.textContent?.includes('priority: high'),
    );
  });

  it('sets what the console lacks: a field that is found by its name, and a volume of another kind', async () => {
    await open('#/create');
    await fill({ ...BASICS, Provider: 'local', 'Mount Path': '/safe/data', 'Volume Source': 'nfs' });
    await fill({ Server: 'nfs.storage.svc', Path: '/exports' });
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('backupstorage-create-form')!;
      const summary = [...shadowRoot!.querySelectorAll('summary')].find((one) =>
        one.textContent!.trim().startsWith('Runtime Settings'),
      )!;
      if (!summary.closest('details')!.open) summary.click();
    });
    await fill({ 'Filter fields': 'fsgroup', 'Filesystem group': '65534' });
    await press('Preview');
    await waitForText('The server accepts this');
    await press('Submit');
    await page.waitForFunction(() => location.hash === '#/backupstorages/demo/my-storage');
    await waitForStatus('Ready');
    // As it is stored, whole.
    await page.locator('::-p-aria([name="Manifest"][role="tab"])').click();
    await waitForText('fsGroup: 65534');
    await waitForText('server: nfs.storage.svc');
  });

  it('deletes a storage that nothing depends on, after it was told what that means', async () => {
    await open('#/backupstorages/demo/local-pvc');
    await press('Delete');
    await waitForText('Delete local-pvc?');
    await press('Delete storage');
    await waitForText('local-pvc has been deleted');
  });

  it('keeps the view in the URL', async () => {
    await open('#/backupstorages?namespace=demo&sort=-age&filter=local');
    const names = async (count: number) =>
      (await rowsBecome('BackupStorages', (body) => body.length === count)).map(([name]) => name);
    expect(await names(1)).to.deep.equal(['local-pvc']);
    await press('Clear filter');
    await page.waitForFunction(() => location.hash === '#/backupstorages?namespace=demo&sort=-age');
    expect(await names(3)).to.deep.equal(['legacy-b2', 'minio-lab', 'local-pvc']);
  });

  it('goes on to the detail page by a name, with the keyboard alone', async () => {
    await open('#/backupstorages');
    await waitForText('minio-tls');
    await (await page.waitForSelector('::-p-aria([name="minio-lab"][role="link"])'))!.focus();
    await page.keyboard.press('Enter');
    await waitForText('sample-sts-repo');
    expect(await page.$eval('#title', (title) => title === document.activeElement)).to.equal(true);
  });
});
