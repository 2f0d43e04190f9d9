import { StorageListController } from '../../src/index.js';
import type { DataSource } from '../../src/data-source/types.js';
import { PlainHost } from './plain-host.js';

/** A live list of storages in markup of our own: no element of the library is on the page. */
export function plainList(list: HTMLUListElement, dataSource: DataSource): { disconnect(): void } {
  const host = new PlainHost(() => {
    storages.update({ dataSource, namespace: '', namespaces: [], filter: '', sort: 'name' });
    list.setAttribute('aria-busy', String(storages.view === 'loading'));
    list.replaceChildren(
      ...storages.rows.map(({ name, namespace, status }) => {
        const item = document.createElement('li');
        item.textContent = `${namespace}/${name}: ${status.label}`;
        return item;
      }),
    );
  });
  const storages = new StorageListController(host);
  host.connect();
  return host;
}
