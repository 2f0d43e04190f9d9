/**
 * The CDN file as a host uses it that has no bundler: one script tag and plain HTML, served from a folder of another
 * origin than the page, under the Content-Security-Policy of docs/security.md.
 */
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';
import { serveFiles, type FileServer } from '../fixtures/file-server.js';
import { LIST_ROWS } from '../fixtures/rows.js';
import { formatsOf } from '../../src/locales/formats.js';
import { ALL_GROUPS } from '../../src/locales/groups/index.js';
import { PLURAL_FORMS, type Translation } from '../../src/locales/languages.js';
import { VERSION } from '../../src/define/guarded-define.js';

const CDN = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const PATH = `/npm/backupstorage-elements@${VERSION}/dist/cdn/`;
const OLD_PATH = '/old/cdn/';
const ENTRY = 'backupstorage-elements.js';
const NAMES = LIST_ROWS.map(([name]) => name);

const integrity = JSON.parse(readFileSync(`${CDN}integrity.json`, 'utf8')) as Record<string, string>;
const sha = (algorithm: string, text: string | Buffer) =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

const TRANSLATIONS = Object.keys(PLURAL_FORMS).filter((one): one is Translation => one !== 'en');

/** Which chunk has which words, such as `de list`: told by a text that no other one has. */
async function wordsByChunk(): Promise<Map<string, string>> {
  const chunks = readdirSync(`${CDN}chunks`)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(`${CDN}chunks/${name}`, 'utf8') }));
  const found = new Map<string, string>();
  for (const language of TRANSLATIONS)
    for (const { name, translations } of ALL_GROUPS) {
      const words = (await translations[language]())(formatsOf(language, language));
      const within = Object.values(words).map((word) =>
        chunks.filter(({ text }) => typeof word === 'string' && text.includes(word)),
      );
      const own = within.find(({ length }) => length === 1);
      expect(own, `${language} ${name}`).not.to.equal(undefined);
      found.set(own![0]!.name, `${language} ${name}`);
    }
  return found;
}

describe('the CDN file', () => {
  let browser: Browser;
  let cdn: FileServer;
  let host: FileServer;
  let page: Page;
  /** Everything that the page has said. */
  let said: string[];
  const pages: Record<string, string> = { '/favicon.ico': '' };
  /** What the CDN serves in the place of a file. */
  const tampered: Record<string, string> = {};
  let scripts: string;

  before(async () => {
    cdn = await serveFiles({
      folders: { [PATH]: CDN, [OLD_PATH]: CDN },
      pages: tampered,
      headers: () => ({ 'Access-Control-Allow-Origin': '*' }),
    });
    host = await serveFiles({
      pages,
      headers: () => ({
        'Content-Security-Policy': [
          `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'; img-src 'self'`,
          "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
        ].join('; '),
      }),
    });
    browser = await puppeteer.launch({ executablePath: await findBrowser(), args: browserArgs });
  });

  after(async () => {
    await browser.close();
    host.close();
    cdn.close();
  });

  beforeEach(async () => {
    said = [];
    scripts = cdn.origin;
    cdn.asked.length = 0;
    for (const name of Object.keys(tampered)) delete tampered[name];
    page = await browser.newPage();
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(String(error)));
  });

  afterEach(() => page.close());

  const open = async (head: string, body: string) => {
    pages['/page.html'] =
      `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>`;
    await page.goto(`${host.origin}/page.html`);
  };
  const script = (path = PATH, attributes = '') =>
    `<script type="module" crossorigin src="${cdn.origin}${path}${ENTRY}" ${attributes}></script>`;
  const SAMPLES = (inside: string) =>
    `<backupstorage-data-source kind="memory" samples>${inside}</backupstorage-data-source>`;
  /** Looked for in each frame: what changes in a shadow root is no mutation of the page. */
  const seen = (selector: string) => page.waitForSelector(selector, { visible: true });
  const namesShown = async () => {
    await seen('>>> [part~=name-link]');
    return page.$$eval('>>> [part~=name-link]', (links) => links.map((link) => link.textContent?.trim()));
  };

  it('shows the list with one script tag and plain HTML', async () => {
    await open(script(), SAMPLES('<backupstorage-list></backupstorage-list>'));
    expect(await namesShown()).to.have.members(NAMES);
    expect(said).to.deep.equal([]);
  });

  it('loads what it needs later, the editor as well, from beside itself', async () => {
    await open(script(), SAMPLES('<backupstorage-manifest-preview></backupstorage-manifest-preview>'));
    await page.$eval('backupstorage-manifest-preview', (element) => {
      (element as unknown as { objects: unknown[] }).objects = [
        { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'demo' } },
      ];
    });
    await seen('>>> .cm-content');
    const chunks = cdn.asked.filter((path) => path.includes('/chunks/'));
    expect(chunks.some((path) => path.startsWith(`${PATH}chunks/codemirror-`))).to.equal(true);
    expect(cdn.asked.filter((path) => !path.startsWith(PATH))).to.deep.equal([]);
    expect(host.asked.filter((path) => path.endsWith('.js'))).to.deep.equal([]);
    expect(said).to.deep.equal([]);
  });

  it('loads words in the language of the page only, and of them only those of what is shown', async () => {
    const words = await wordsByChunk();
    const asked = () => cdn.asked.flatMap((path) => words.get(path.split('/').at(-1)!) ?? []).toSorted();
    await open(script(), SAMPLES('<backupstorage-list></backupstorage-list>'));
    await namesShown();
    expect(asked()).to.deep.equal([]);
    cdn.asked.length = 0;
    await open(script(), SAMPLES('<div lang="de-AT"><backupstorage-list></backupstorage-list></div>'));
    await seen('>>> ::-p-text(Neue Instanz anlegen)');
    expect(asked()).to.deep.equal(['de common', 'de list']);
    expect(said).to.deep.equal([]);
  });

  it('opens the create form', async () => {
    await open(script(), SAMPLES('<backupstorage-create-form namespace="demo"></backupstorage-create-form>'));
    await seen('>>> ::-p-aria([name="Provider"])');
    expect(said).to.deep.equal([]);
  });

  it('may be loaded twice, from two places', async () => {
    await open(script() + script(OLD_PATH), SAMPLES('<backupstorage-list></backupstorage-list>'));
    expect(await namesShown()).to.have.members(NAMES);
    await page.waitForFunction(
      (url) => performance.getEntriesByName(url).length > 0,
      {},
      cdn.origin + OLD_PATH + ENTRY,
    );
    expect(said).to.deep.equal([]);
  });

  it('stands beside another version, and says so once, with both versions', async () => {
    const text = readFileSync(CDN + ENTRY, 'utf8');
    expect(text.split(`"${VERSION}"`)).to.have.length.above(1);
    tampered[OLD_PATH + ENTRY] = text.replaceAll(`"${VERSION}"`, '"0.0.9"');
    await open(script(OLD_PATH) + script(), SAMPLES('<backupstorage-list></backupstorage-list>'));
    expect(await namesShown()).to.have.members(NAMES);
    const warned = () => said.filter((line) => line.startsWith('warn'));
    await page.waitForFunction((url) => performance.getEntriesByName(url).length > 0, {}, cdn.origin + PATH + ENTRY);
    expect(said).to.deep.equal(warned());
    expect(warned()).to.have.length(1);
    expect(warned()[0]).to.contain('version 0.0.9').and.contain(`version ${VERSION}`);
  });

  describe('with integrity', () => {
    const attribute = `integrity="${integrity[ENTRY]}"`;
    /** An import map has to stand in the page itself, so the policy names its hash. */
    const importMap = () => {
      const map = Object.fromEntries(
        Object.entries(integrity).map(([name, hash]) => [`${cdn.origin}${PATH}${name}`, hash]),
      );
      const text = JSON.stringify({ integrity: map });
      scripts = `${cdn.origin} '${sha('sha256', text)}'`;
      return `<script type="importmap">${text}</script>`;
    };
    const chunkWith = (name: RegExp) => Object.keys(integrity).find((file) => name.test(file))!;

    it('has the hash of every file in integrity.json', () => {
      expect(Object.keys(integrity)).to.include(ENTRY).and.have.length.above(10);
      for (const [name, hash] of Object.entries(integrity))
        expect(hash).to.equal(sha('sha384', readFileSync(CDN + name)));
    });

    it('works with the hash on the script tag and those of the chunks in an import map', async () => {
      await open(importMap() + script(PATH, attribute), SAMPLES('<backupstorage-list></backupstorage-list>'));
      expect(await namesShown()).to.have.members(NAMES);
      expect(said).to.deep.equal([]);
    });

    it('refuses an entry that was changed', async () => {
      tampered[PATH + ENTRY] = `${readFileSync(CDN + ENTRY, 'utf8')}\n`;
      await open(script(PATH, attribute), '<backupstorage-list></backupstorage-list>');
      await page.waitForFunction((url) => performance.getEntriesByName(url).length > 0, {}, cdn.origin + PATH + ENTRY);
      expect(said.join()).to.contain('integrity');
      expect(await page.evaluate(() => customElements.get('backupstorage-list') === undefined)).to.equal(true);
    });

    it('refuses a chunk that was changed, by the import map', async () => {
      const samples = chunkWith(/^chunks\/samples-/);
      tampered[PATH + samples] = `${readFileSync(CDN + samples, 'utf8')}\n`;
      const told = new Promise<string>((resolve) =>
        page.on('console', (message) => message.text().includes('integrity') && resolve(message.text())),
      );
      await open(importMap() + script(PATH, attribute), SAMPLES('<backupstorage-list></backupstorage-list>'));
      expect(await told).to.contain(samples);
      expect(await page.$('>>> [part~=name-link]')).to.equal(null);
    });
  });
});
