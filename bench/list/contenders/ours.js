// The public element, fed by a data source like any other.
import '../../../dist/define/backupstorage-list.js';
import { fromCallback } from '../../../dist/data-source/index.js';

/** A server in the page: answers the whole list at once, then tells what it is told. */
function dataSourceOf(objects) {
  let sink;
  return {
    deliver: (event) => sink.event(event),
    list: async () => ({ items: objects, resourceVersion: '1' }),
    get: async (_type, { name }) => objects.find((object) => object.metadata.name === name),
    watch: (_type, { signal }) =>
      fromCallback(
        (callbacks) => {
          sink = callbacks;
          return () => {};
        },
        { signal },
      ),
  };
}

export default {
  name: 'backupstorage-list',
  mount(place, objects) {
    const list = document.createElement('backupstorage-list');
    const source = dataSourceOf(objects);
    list.detailHref = '#/storages/{namespace}/{name}';
    list.dataSource = source;
    place.append(list);
    const root = list.shadowRoot;
    return {
      root: () => root,
      rowSelector: 'tbody tr:not(.spacer)',
      scroller: () => root.querySelector('.table-region'),
      deliver: ({ type, object }) => source.deliver({ type, object }),
      sort: (column) => root.querySelector(`th.c-${column} button`).click(),
      filter(text) {
        const input = root.querySelector('#filter');
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      },
      dispose: () => list.remove(),
    };
  },
};
