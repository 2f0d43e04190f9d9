// Takes a screenshot of every screen of the demo console, to be looked at: `node tools/screenshots.mjs [folder] [name …]`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserArgs, findBrowser } from './find-browser.mjs';
import { serve } from './serve.mjs';

const [folder = 'shots', ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { server, url } = await serve(0);
const browser = await puppeteer.launch({ executablePath: await findBrowser(), args: browserArgs });
const NOW = '?now=2026-08-20T12:00:00Z';
const settle = (page) => new Promise((resolve) => setTimeout(resolve, 700)).then(() => page);

async function shot(name, hash, { width = 1280, height = 900, dark = false, act, forced = false } = {}) {
  if (only.length > 0 && !only.some((part) => name.includes(part))) return;
  const page = await browser.newPage();
  page.on('console', (message) => console.log(`${name}: console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`${name}: page error: ${error.message}`));
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  if (forced)
    await (
      await page.createCDPSession()
    ).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await page.goto(`${url}${NOW}${hash}`);
  await settle(page);
  if (act) {
    await act(page);
    await settle(page);
  }
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  await page.close();
}

const type = (page, label, text) => page.locator(`::-p-aria([name="${label}"])`).fill(text);
const click = (page, name, role = 'button') => page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

async function fillS3(page, { name = 'my-storage', bucket = 'lab-two' } = {}) {
  await type(page, 'Namespace', 'demo');
  await type(page, 'Name', name);
  await type(page, 'Provider', 's3');
  await type(page, 'AWS Access Key ID', 'dummy-access-key-id');
  await type(page, 'AWS Secret Access Key', 'dummy-secret');
  await type(page, 'Bucket', bucket);
  await type(page, 'End Point', 'https://minio.storage.svc:9000');
  await type(page, 'Region', 'us-east-1');
}

for (const dark of [false, true]) {
  const tone = dark ? 'dark' : 'light';
  await shot(`list-${tone}`, '#/backupstorages', { dark });
  await shot(`list-narrow-${tone}`, '#/backupstorages', { dark, width: 390, height: 800 });
  await shot(`list-no-match-${tone}`, '#/backupstorages?filter=nothing', { dark });
  await shot(`detail-${tone}`, '#/backupstorages/backup-system/aws-primary', { dark });
  await shot(`detail-not-ready-${tone}`, '#/backupstorages/staging/minio-tls', { dark });
  await shot(`detail-narrow-${tone}`, '#/backupstorages/demo/minio-lab', { dark, width: 390, height: 800 });
  await shot(`form-${tone}`, '#/create', { dark });
  await shot(`form-errors-${tone}`, '#/create', {
    dark,
    act: async (page) => {
      await type(page, 'Provider', 's3');
      await type(page, 'Name', 'Not A Name');
      await click(page, 'Preview');
    },
  });
  await shot(`preview-${tone}`, '#/create', {
    dark,
    act: async (page) => {
      await fillS3(page);
      await click(page, 'Preview');
    },
  });
}
await shot('form-narrow', '#/create', { width: 390, height: 800, act: (page) => type(page, 'Provider', 's3') });
/** Opens a group of the form by its title. */
const open = (page, title) =>
  page.evaluate((words) => {
    const { shadowRoot } = document.querySelector('backupstorage-create-form');
    const found = [...shadowRoot.querySelectorAll('summary')].find((one) => one.textContent.trim().startsWith(words));
    found.click();
  }, title);

const openAll = async (page) => {
  for (const title of ['Labels & Annotations', 'Usage Policy', 'Default Storage', 'Runtime Settings']) {
    await open(page, title);
    await settle(page);
  }
};
await shot('form-groups', '#/create', { act: openAll });
await shot('form-groups-narrow', '#/create', { act: openAll, width: 360, height: 800 });
await shot('form-search', '#/create', {
  dark: true,
  act: async (page) => {
    await open(page, 'Runtime Settings');
    await type(page, 'Filter fields', 'seccomp');
  },
});
await shot('form-runtime', '#/create', {
  act: async (page) => {
    await open(page, 'Runtime Settings');
    await settle(page);
    await open(page, 'Pod');
    await settle(page);
    await open(page, 'Security context');
    await open(page, 'Affinity');
  },
});
await shot('form-selector', '#/create', {
  act: async (page) => {
    await type(page, 'Namespace', 'demo');
    await open(page, 'Usage Policy');
    await type(page, 'Allowed Namespaces', 'Selector');
    await settle(page);
    await open(page, 'Selector');
  },
});
await shot('form-local', '#/create', {
  act: async (page) => {
    await type(page, 'Provider', 'local');
    await type(page, 'Volume Source', 'iscsi');
  },
});
await shot('form-advice', '#/create', {
  act: async (page) => {
    await fillS3(page, { name: 'minio-lab', bucket: 'lab' });
    await type(page, 'Prefix', '/demo/');
    await open(page, 'Default Storage');
    await click(page, 'Default', 'switch');
    await click(page, 'Preview');
  },
});
await shot('form-identity', '#/create', {
  act: async (page) => {
    await type(page, 'Namespace', 'demo');
    await type(page, 'Provider', 'azure');
    await click(page, 'None (workload identity)', 'radio');
  },
});
await shot('form-gcs-dark', '#/create', {
  dark: true,
  act: async (page) => {
    await type(page, 'Namespace', 'demo');
    await type(page, 'Name', 'gcs');
    await type(page, 'Provider', 'gcs');
    await type(page, 'Google Service Account JSON Key', '{"type": "service_account", "project_id": "acme-demo" }');
    await type(page, 'Bucket', 'Acme ');
    await type(page, 'Prefix', 'a');
  },
});
await shot('form-existing', '#/create', {
  act: async (page) => {
    await type(page, 'Namespace', 'demo');
    await type(page, 'Provider', 's3');
    await click(page, 'Existing Secret', 'radio');
    await type(page, 'Secret name', 'nobody');
    await type(page, 'Bucket', 'a');
  },
});
await shot('detail-edit', '#/backupstorages/demo/minio-lab', { act: (page) => click(page, 'Edit') });
await shot('detail-delete', '#/backupstorages/demo/minio-lab', { act: (page) => click(page, 'Delete') });
await shot('detail-rotate', '#/backupstorages/demo/minio-lab', {
  dark: true,
  act: (page) => click(page, 'Rotate credentials'),
});
await shot('detail-manifest', '#/backupstorages/demo/minio-lab?tab=manifest');
await shot('list-forced-colors', '#/backupstorages', { forced: true });
await shot('detail-missing', '#/backupstorages/demo/nobody');
await shot('list-empty', '#/backupstorages?namespace=kube-public');
await shot('created', '#/create', {
  act: async (page) => {
    await fillS3(page);
    await click(page, 'Preview');
    await settle(page);
    await click(page, 'Submit');
    await new Promise((resolve) => setTimeout(resolve, 2500));
  },
});
await browser.close();
server.close();
