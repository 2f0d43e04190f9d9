import 'backupstorage-elements/define/backupstorage-create-form';
import 'backupstorage-elements/define/backupstorage-list';
import type { DataSource } from 'backupstorage-elements';
import type {} from 'backupstorage-elements/react';
import { useState } from 'react';

export function Storages({ source }: { source: DataSource }) {
  const [isCreating, setCreating] = useState(false);
  const [chosen, setChosen] = useState('');

  if (isCreating)
    return (
      <backupstorage-create-form
        dataSource={source}
        namespace="demo"
        onbackupstorage-cancel={() => setCreating(false)}
        onbackupstorage-created={({ object }) => setChosen(`${object.metadata?.namespace}/${object.metadata?.name}`)}
      />
    );
  return (
    <>
      <backupstorage-list
        dataSource={source}
        namespaces={['demo']}
        onbackupstorage-select={({ namespace, name }) => setChosen(`${namespace}/${name}`)}
        onbackupstorage-create={() => setCreating(true)}
      />
      <output>{chosen}</output>
    </>
  );
}
