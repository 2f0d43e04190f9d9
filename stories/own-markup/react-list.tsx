import { useState } from 'react';
import { StorageListController } from '../../src/index.js';
import type { DataSource } from '../../src/data-source/types.js';
import { useController } from './use-controller.js';

/** A live, filtered list of storages in React's own markup. */
export function ReactList({ dataSource }: { dataSource: DataSource }) {
  const [filter, setFilter] = useState('');
  const storages = useController(
    (host) => new StorageListController(host),
    (list) => list.update({ dataSource, namespace: '', namespaces: [], filter, sort: '-age' }),
  );
  return (
    <>
      <label>
        Filter <input value={filter} onChange={(event) => setFilter(event.target.value)} />
      </label>
      <p aria-live="polite">
        {storages.view === 'loading' ? 'Loading…' : `${storages.count} of ${storages.total} storages`}
      </p>
      <ul>
        {storages.rows.map(({ uid, namespace, name, status }) => (
          <li key={uid}>
            {namespace}/{name}: {status.label}
          </li>
        ))}
      </ul>
    </>
  );
}
