/**
 * The package as it would be published, in minimal apps of the frameworks that admin consoles are made with: installed,
 * type-checked with typed props and events, built with the framework's own tools, and used in a browser under the
 * Content-Security-Policy of docs/security.md.
 */
import { expect } from 'chai';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';
import { pack } from '../../tools/pack.mjs';
import { serveFiles, type FileServer } from '../fixtures/file-server.js';
import type {} from '../../src/index.js';
import { LIST_ROWS } from '../fixtures/rows.js';
import { APPS, build, check, checkWrong, folderOf, install, type App } from './apps.js';

declare global {
  /** How many watches the page has open: shared/cluster.ts. */
  var openWatches: number;
}

const cspOf = ({ policies }: App) =>
  [
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
    `require-trusted-types-for 'script'; trusted-types lit-html ${policies.join(' ')} 'allow-duplicates'`,
  ].join('; ');

const NAMES = LIST_ROWS.map(([name]) => name).sort();

/** Packed once for all of them. */
let tarball: string | undefined;

for (const app of APPS)
  describe(`an app in ${app.name}`, () => {
    let browser: Browser;
    let server: FileServer;
    let page: Page;
    /** Everything that the page has said. */
    let said: string[];

    before(async function () {
      this.timeout(600_000);
      tarball ??= pack('pack-apps').tarball;
      const { status, output } = install(app, tarball);
      expect(status, output).to.equal(0);
    });

    it('type-checks, with typed props and events', function () {
      this.timeout(300_000);
      const { status, output } = check(app);
      expect(status, output).to.equal(0);
    });

    it('does not type-check with a wrong prop, a wrong attribute or a wrong handler', function () {
      this.timeout(300_000);
      const { found, expected, output } = checkWrong(app);
      expect(expected).to.have.length.of.at.least(4);
      expect(found, output).to.deep.equal(expected);
    });

    it('is built with the framework’s own tools', function () {
      this.timeout(300_000);
      const { status, output } = build(app);
      expect(status, output).to.equal(0);
    });

    describe('in the browser', () => {
      before(async () => {
        const csp = { 'Content-Security-Policy': cspOf(app) };
        server = await serveFiles({
          folders: { '/': path.join(folderOf(app), 'dist') },
          pages: { '/favicon.ico': '' },
          headers: () => csp,
        });
        browser = await puppeteer.launch({ executablePath: await findBrowser(), args: browserArgs });
      });

      after(async () => {
        await browser?.close();
        server?.close();
      });

      /** Looked for in each frame: what changes in a shadow root is no mutation of the page. */
      const seen = (selector: string) => page.waitForSelector(selector, { visible: true });

      beforeEach(async () => {
        said = [];
        page = await browser.newPage();
        page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
        page.on('pageerror', (error) => said.push(String(error)));
        await page.goto(`${server.origin}/index.html`);
        await seen('>>> [part~=name-link]');
      });

      afterEach(async () => {
        await page.close();
        expect(said, 'what the console of the browser says').to.deep.equal([]);
      });

      it('shows the storages of the data source that is set as a property', async () => {
        const names = await page.$$eval('>>> [part~=name-link]', (links) => links.map((link) => link.textContent));
        expect(names.map((name) => name?.trim()).sort()).to.deep.equal(NAMES);
      });

      it('tells the framework’s own handler which storage was chosen', async () => {
        const [name, namespace] = LIST_ROWS.find(([, place]) => place === 'demo')!;
        const link = await seen(`>>> ::-p-aria([name="${name}"][role="button"])`);
        await link!.click();
        await page.waitForFunction(
          (wanted) => document.querySelector('output')?.textContent === wanted,
          {},
          `${namespace}/${name}`,
        );
      });

      it('opens the create form when the list’s event says so, and leaves it on cancel', async () => {
        await page.locator('>>> [part~=create]').click();
        await seen('>>> ::-p-aria([name="Provider"])');
        const namespace = await page.$eval('backupstorage-create-form', (form) => form.namespace);
        expect(namespace).to.equal('demo');
        await page.locator('>>> ::-p-aria([name="Cancel"][role="button"])').click();
        await seen('>>> [part~=name-link]');
      });

      it('cleans up when it is unmounted: no element, no open watch', async () => {
        await page.waitForFunction(() => globalThis.openWatches > 0);
        await page.locator('::-p-aria([name="Close"][role="button"])').click();
        await page.waitForFunction(
          () => globalThis.openWatches === 0 && document.querySelector('backupstorage-list') === null,
        );
      });
    });
  });
