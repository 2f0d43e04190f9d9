// What a user does in a console: looks at the list, opens a storage, makes a new one. The same steps in every host.
import assert from 'node:assert/strict';
import path from 'node:path';
import { sampleObjects } from '../../src/samples/index.js';

const STORAGES = sampleObjects().filter(({ kind }) => kind === 'BackupStorage');
const NEW = { Namespace: 'demo', Name: 'my-storage', Provider: 'local', 'Mount Path': '/safe', 'claim Name': 'pvc' };
const PATIENCE = 60_000;

/**
 * The steps, each with a name and a function. `host` has `list`, the address of the list; `enter`, where the console has a
 * door; and `dark`, which switches it to its dark theme. A host without `dark` is a single page: its list and form stand
 * below each other, and there
 * is nothing to go to.
 */
export function steps({ page, url, host, shots, name }) {
  const said = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => said.push(String(error)));
  const inElement = (tag, words) =>
    page.waitForFunction(
      (wanted, text) => document.querySelector(wanted)?.shadowRoot?.textContent?.includes(text),
      { timeout: PATIENCE },
      tag,
      words,
    );
  const press = (label) => page.locator(`::-p-aria([name="${label}"][role="button"])`).setTimeout(PATIENCE).click();
  const shot = async (what) => {
    if (!shots) return;
    await page.mouse.move(0, 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.screenshot({ path: path.join(shots, `${name}-${what}.png`) });
  };
  const schemeOf = (tag) => page.$eval(tag, (element) => getComputedStyle(element).colorScheme);

  const fillAndSubmit = async () => {
    for (const [label, value] of Object.entries(NEW))
      await page.locator(`backupstorage-create-form ::-p-aria([name="${label}"])`).setTimeout(PATIENCE).fill(value);
    await press('Preview');
    await press('Submit');
  };

  const always = {
    async 'lists all storages'() {
      await page.goto(url + host.list, { waitUntil: 'domcontentloaded' });
      await host.enter?.(page);
      for (const { metadata } of STORAGES) await inElement('backupstorage-list', metadata.name);
      await shot('list');
    },
  };
  const last = {
    async 'reports no error in the browser'() {
      const others = said.filter((text) => !host.expects?.some((known) => known.test(text)));
      assert.deepEqual(others, []);
    },
  };
  if (!host.dark)
    return {
      ...always,
      async 'creates a storage, which the list then shows'() {
        await fillAndSubmit();
        await inElement('backupstorage-list', 'my-storage');
      },
      ...last,
    };

  return {
    ...always,
    async 'opens a storage in the console’s own router'() {
      await page.evaluate(() => void (globalThis.sameDocument = true));
      const [{ metadata }] = STORAGES;
      await page.locator(`::-p-aria([name="${metadata.name}"][role="link"])`).setTimeout(PATIENCE).click();
      await inElement('backupstorage-detail', 'BackupConfigurations');
      await inElement('backupstorage-detail', metadata.name);
      assert.ok(await page.evaluate(() => globalThis.sameDocument), 'the page was loaded anew');
      assert.ok(page.url().includes(metadata.namespace) && page.url().includes(metadata.name), page.url());
      await shot('detail');
    },
    async 'comes back to the list'() {
      await page.goBack();
      await inElement('backupstorage-list', STORAGES[0].metadata.name);
    },
    async 'creates a storage, which becomes Ready'() {
      await page.locator('::-p-aria([name="Create New Instance"])').setTimeout(PATIENCE).click();
      await inElement('backupstorage-create-form', 'Provider');
      await shot('create');
      await fillAndSubmit();
      await inElement('backupstorage-detail', 'my-storage');
      await inElement('backupstorage-detail', 'Ready');
      assert.ok(await page.evaluate(() => globalThis.sameDocument), 'the page was loaded anew');
    },
    async 'is dark in the console’s dark theme'() {
      await page.goto(url + host.list, { waitUntil: 'domcontentloaded' });
      await inElement('backupstorage-list', 'my-storage');
      assert.ok(!/dark/.test(await schemeOf('backupstorage-list')), 'the elements are dark before');
      await host.dark(page);
      await inElement('backupstorage-list', 'my-storage');
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('backupstorage-list')).colorScheme.includes('dark'),
        { timeout: PATIENCE },
      );
      await shot('list-dark');
      await page.locator('::-p-aria([name="Create New Instance"])').setTimeout(PATIENCE).click();
      await inElement('backupstorage-create-form', 'Provider');
      await shot('create-dark');
    },
    ...last,
  };
}
