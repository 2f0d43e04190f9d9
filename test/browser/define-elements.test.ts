/** Registration beside others: under names of the host's own, in a registry of its own, and where tags are taken. */
import { expect, fixture, html } from '@open-wc/testing';
import { defineElements } from '../../src/define/define-elements.js';
import { guardedDefine, VERSION } from '../../src/define/guarded-define.js';
import type { BackupStorageCreateForm } from '../../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import type { BackupStorageDataSource } from '../../src/elements/backupstorage-data-source/backupstorage-data-source.js';
import { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { sampleCluster, seenText, until } from './support.js';

/** What `console.warn` was given while something was done. */
function warnings(act: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => said.push(line);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return said;
}

const TAGS = ['create-form', 'data-source', 'detail', 'list', 'manifest-preview'];

describe('registration under a prefix', () => {
  before(() => defineElements({ prefix: 'acme' }));

  it('has every element, and leaves our own tags alone', () => {
    for (const tag of TAGS) expect(customElements.get(`acme-${tag}`), tag).to.be.a('function');
    expect(customElements.get('backupstorage-list')).to.equal(undefined);
  });

  it('shows the storages, through the prefixed data source', async () => {
    const provider = document.createElement('acme-data-source') as BackupStorageDataSource;
    provider.dataSource = sampleCluster().dataSource();
    const list = document.createElement('acme-list') as BackupStorageList;
    provider.append(list);
    await fixture(html`<div>${provider}</div>`);
    await until(() => list.shadowRoot!.querySelector('[part~=name-link]'), 'a row');
    expect(list).to.be.instanceOf(BackupStorageList);
  });

  it('opens the create form, as far as its manifest’s editor', async () => {
    const form = document.createElement('acme-create-form') as BackupStorageCreateForm;
    form.dataSource = sampleCluster().dataSource();
    form.value = {
      apiVersion: 'storage.kubestash.com/v1alpha1',
      kind: 'BackupStorage',
      metadata: { name: 'prefixed', namespace: 'demo' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b', endpoint: 'https://s3.example', region: 'us-east-1' } } },
    } as BackupStorageCreateForm['value'];
    await fixture(html`<div>${form}</div>`);
    await until(() => seenText(form.shadowRoot!).includes('Provider'), 'the form');
    await until(() => [...form.shadowRoot!.querySelectorAll('input')].some(({ value }) => value === 'b'), 'the bucket');
  });

  it('may be done twice', () => {
    expect(warnings(() => defineElements({ prefix: 'acme' }))).to.deep.equal([]);
  });
});

/** Firefox ESR has the class and lets nobody make one. */
const HAS_OWN_REGISTRIES = ((): boolean => {
  try {
    return new CustomElementRegistry() instanceof CustomElementRegistry;
  } catch {
    return false;
  }
})();

describe('registration in a registry of the host’s own', () => {
  it('is for that registry only', async function () {
    if (!HAS_OWN_REGISTRIES) this.skip();
    const registry = new CustomElementRegistry();
    defineElements({ registry });
    expect(registry.get('backupstorage-list')).to.be.a('function');
    expect(customElements.get('backupstorage-list')).to.equal(undefined);

    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open', customElementRegistry: registry } as ShadowRootInit);
    root.innerHTML = '<backupstorage-list></backupstorage-list>';
    const list = root.querySelector('backupstorage-list')!;
    list.dataSource = sampleCluster().dataSource();
    await fixture(html`<div>${host}</div>`);
    await until(() => list.shadowRoot?.querySelector('[part~=name-link]'), 'a row');
  });
});

describe('a tag that is taken', () => {
  const old = class extends HTMLElement {
    static readonly version = '0.0.9';
  };
  before(() => {
    customElements.define('taken-list', old);
    customElements.define(
      'taken-detail',
      class extends HTMLElement {
        static readonly version = '0.0.9';
      },
    );
    customElements.define('taken-form', class extends HTMLElement {});
  });

  it('stays with whoever has it, and one warning names both versions', () => {
    const said = warnings(() => {
      guardedDefine('taken-list', class extends HTMLElement {});
      guardedDefine('taken-detail', class extends HTMLElement {});
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<taken-list>').and.contain('version 0.0.9').and.contain(`version ${VERSION}`);
    expect(customElements.get('taken-list')).to.equal(old);
  });

  it('is told of as well when it is not ours at all', () => {
    const said = warnings(() => guardedDefine('taken-form', class extends HTMLElement {}));
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('something else');
  });
});
