import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { BackupStorageDataSource } from '../../src/elements/backupstorage-data-source/backupstorage-data-source.js';
import { LIST_ROWS } from '../fixtures/rows.js';
import { rootOf, sampleCluster, seenText, tableRows, until } from './support.js';

describe('<backupstorage-data-source>', () => {
  const listIn = (element: Element) => element.querySelector('backupstorage-list')!;
  const rowsIn = (element: Element) => tableRows(rootOf(listIn(element)), 'BackupStorages');

  it('gives a cluster with samples to the elements inside it, from plain HTML', async () => {
    const provider = await fixture(
      html`<backupstorage-data-source kind="memory" samples>
        <div><backupstorage-list></backupstorage-list></div>
      </backupstorage-data-source>`,
    );
    await until(() => rowsIn(provider).length === LIST_ROWS.length);
  });

  it('gives it, too, to elements that were registered before it', async () => {
    const at = (file: string) => new URL(`../../src/define/${file}.ts`, import.meta.url).href;
    // A document of its own: in this one all tags are registered already.
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page of its own"></iframe>`);
    frame.srcdoc = `<backupstorage-data-source kind="memory" samples><backupstorage-list></backupstorage-list>
      </backupstorage-data-source><script type="module">
        await import('${at('backupstorage-list')}');
        await import('${at('backupstorage-data-source')}');
      </script>`;
    const root = () => frame.contentDocument?.querySelector('backupstorage-list')?.shadowRoot;
    await until(() => root()?.textContent?.includes('aws-primary'));
  });

  it('gives the host’s own data source, also when it is set late and when it changes', async () => {
    const provider = await fixture<BackupStorageDataSource>(
      html`<backupstorage-data-source><backupstorage-list></backupstorage-list></backupstorage-data-source>`,
    );
    // An adapter may be loading: it is not called missing at once.
    expect(seenText(rootOf(listIn(provider)))).to.not.contain('No data source');
    await until(() => seenText(rootOf(listIn(provider))).includes('No data source'));
    provider.dataSource = sampleCluster().dataSource();
    await until(() => rowsIn(provider).length === LIST_ROWS.length);
    provider.dataSource = sampleCluster({ objects: [] }).dataSource();
    await until(() => seenText(rootOf(listIn(provider))).includes('No storages yet'));
  });

  it('steps back for a data source of the element’s own', async () => {
    const provider = await fixture<BackupStorageDataSource>(
      html`<backupstorage-data-source .dataSource=${sampleCluster({ objects: [] }).dataSource()}>
        <backupstorage-list .dataSource=${sampleCluster().dataSource()}></backupstorage-list>
      </backupstorage-data-source>`,
    );
    await until(() => rowsIn(provider).length === LIST_ROWS.length);
  });
});

describe('registration', () => {
  it('leaves a tag alone that is registered already, and names both versions', async () => {
    const { guardedDefine, VERSION } = await import('../../src/define/guarded-define.js');
    const { warn } = console;
    const said: string[] = [];
    console.warn = (text: string) => void said.push(text);
    try {
      const before = customElements.get('backupstorage-list');
      guardedDefine('backupstorage-list', class extends HTMLElement {});
      expect(customElements.get('backupstorage-list')).to.equal(before);
      expect(said).to.deep.equal([]);
      customElements.define('backupstorage-taken', class extends HTMLElement {});
      guardedDefine('backupstorage-taken', class extends HTMLElement {});
      expect(said[0]).to.contain(`version ${VERSION}`);
    } finally {
      console.warn = warn;
    }
  });
});
