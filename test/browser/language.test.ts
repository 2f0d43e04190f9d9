import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { kubernetesDataSource } from '../../src/data-source/kubernetes.js';
import { registerMessages } from '../../src/define.js';
import type { BackupStorageElement } from '../../src/elements/base-element.js';
import type { BackupStorageCreateForm } from '../../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { watchedRoots } from '../../src/elements/language/page-language.js';
// What the form loads by itself, so that no test has to wait for it.
import '../../src/schema/bundled/backup-storage.js';
import '../../src/schema/bundled/generated/backup-storage-validator.js';
import '../../src/schema/validator.js';
import { rootOf, sampleCluster, seenText, until } from './support.js';

const says = (element: Element, words: string) =>
  until(() => seenText(rootOf(element)).includes(words), `${words} in: ${seenText(rootOf(element))}`);

async function listIn(around: (list: HTMLElement) => unknown): Promise<BackupStorageList> {
  const list = document.createElement('backupstorage-list');
  list.dataSource = sampleCluster().dataSource();
  await fixture(html`<div>${around(list)}</div>`);
  return list;
}

describe('the language of an element', () => {
  const { documentElement: page } = document;
  const pageLang = page.getAttribute('lang');

  afterEach(() => {
    if (pageLang === null) page.removeAttribute('lang');
    else page.lang = pageLang;
  });

  it('is English where nothing is said', async () => {
    page.removeAttribute('lang');
    await says(await listIn((list) => list), '14 storages');
  });

  it('is that of the page, and follows it', async () => {
    page.lang = 'de-AT';
    const list = await listIn((one) => one);
    await says(list, '14 Speicher');
    expect(rootOf(list).querySelector('th')!.textContent).to.contain('Name');
    page.lang = 'en';
    await says(list, '14 storages');
  });

  it('is that of the nearest ancestor, through shadow roots', async () => {
    page.lang = 'en';
    const list = await listIn((one) => {
      const host = document.createElement('div');
      host.lang = 'de';
      host.attachShadow({ mode: 'open' }).append(one);
      return host;
    });
    await says(list, '14 Speicher');
    ((list.getRootNode() as ShadowRoot).host as HTMLElement).lang = 'fr';
    await says(list, '14 storages');
  });

  const WHY = {
    de: 'Der Server hat mit 502 Bad Gateway geantwortet. Es wird weiter versucht.',
    'zh-CN': '服务器返回了 502 Bad Gateway。正在重试。',
    ja: 'サーバーの応答は 502 Bad Gateway でした。',
    en: 'The server answered 502 Bad Gateway. It is being tried again.',
  };
  for (const [lang, words] of Object.entries(WHY))
    it(`is that of what an adapter says where a server has said nothing: ${lang}`, async () => {
      page.lang = lang;
      const list = document.createElement('backupstorage-list');
      const down = () => new Response('<html>down</html>', { status: 502, statusText: 'Bad Gateway' });
      list.dataSource = kubernetesDataSource(async () => down());
      await fixture(html`<div>${list}</div>`);
      await says(list, words);
    });

  it('is its own locale before all others', async () => {
    page.lang = 'de';
    const list = await listIn((one) => one);
    list.locale = 'en';
    await says(list, '14 storages');
    list.locale = '';
    await says(list, '14 Speicher');
  });

  it('is never English first when its words have to be loaded', async () => {
    const form = document.createElement('backupstorage-create-form') as BackupStorageCreateForm;
    const seen = new Set<string>();
    form.locale = 'de';
    form.dataSource = sampleCluster().dataSource();
    await fixture(html`<div>${form}</div>`);
    const watch = setInterval(() => seen.add(rootOf(form).querySelector('h2')?.textContent?.trim() ?? ''), 1);
    await says(form, 'Neuer BackupStorage');
    await says(form, 'Löschrichtlinie');
    clearInterval(watch);
    expect([...seen].filter((heading) => heading !== '')).to.deep.equal(['Neuer BackupStorage']);
  });

  it('reaches labels and faults that are on the screen already', async () => {
    const form = document.createElement('backupstorage-create-form') as BackupStorageCreateForm;
    form.dataSource = sampleCluster().dataSource();
    await fixture(html`<div lang="en">${form}</div>`);
    await says(form, 'Deletion Policy');
    const named = (name: string) =>
      [...rootOf(form).querySelectorAll('button')].find((button) => button.textContent!.trim() === name)!;
    named('Preview').click();
    await says(form, 'Name is required.');
    form.parentElement!.lang = 'de';
    await says(form, 'Name ist erforderlich.');
    await says(form, 'Löschrichtlinie');
    expect(seenText(rootOf(form))).to.not.contain('is required');
  });

  it('stops being looked for when the element has gone', async () => {
    const before = watchedRoots();
    const list = await listIn((one) => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(one);
      return host;
    });
    expect(watchedRoots()).to.be.greaterThan(before);
    (list.getRootNode() as ShadowRoot).host.remove();
    expect(watchedRoots()).to.equal(before);
  });
});

describe('words of the host’s own', () => {
  const element = async (): Promise<BackupStorageElement> => listIn((list) => list);

  it('are on the page at once, in all elements', async () => {
    const [one, other] = [await element(), await element()];
    registerMessages('en-AU', { storageCount: (count) => `${count} sheds`, createNew: 'Build a shed' });
    for (const list of [one, other]) list.locale = 'en-AU';
    await says(one, '14 sheds');
    registerMessages('en-AU', { storageCount: (count) => `${count} barns` });
    await says(one, '14 barns');
    await says(other, '14 barns');
    expect(seenText(rootOf(one))).to.contain('Build a shed');
  });

  it('of one element are not those of another', async () => {
    const [one, other] = [await element(), await element()];
    one.words = { columnSize: 'Weight' };
    await says(one, 'Weight');
    expect(seenText(rootOf(other))).to.not.contain('Weight');
    one.words = undefined;
    await until(() => !seenText(rootOf(one)).includes('Weight'), 'the own word has gone');
  });

  it('that fail leave ours', async () => {
    const list = await element();
    list.words = {
      storageCount: () => {
        throw new Error('no');
      },
      columnSize: 7 as unknown as string,
    };
    await list.updateComplete;
    await says(list, '14 storages');
    await says(list, 'Size');
  });

  it('make a language that we do not have', async () => {
    registerMessages('fr', ({ plural, number }) => ({
      storageCount: (count) => plural(count, { one: 'un stockage', other: `${number(count)} stockages` }),
    }));
    const list = await element();
    list.locale = 'fr-CA';
    await says(list, '14 stockages');
    await says(list, 'Status');
  });
});
