import type { DataSource } from 'backupstorage-elements';
import { BackupStorageCreateForm } from 'backupstorage-elements/react/backupstorage-create-form';
import { BackupStorageList } from 'backupstorage-elements/react/backupstorage-list';
import { useState } from 'react';

export function Storages({ source }: { source: DataSource }) {
  const [isCreating, setCreating] = useState(false);
  const [chosen, setChosen] = useState('');

  if (isCreating)
    return (
      <BackupStorageCreateForm
        dataSource={source}
        namespace="demo"
        onBackupstorageCancel={() => setCreating(false)}
        onBackupstorageCreated={({ object }) => setChosen(`${object.metadata?.namespace}/${object.metadata?.name}`)}
      />
    );
  return (
    <>
      <BackupStorageList
        dataSource={source}
        namespaces={['demo']}
        onBackupstorageSelect={({ namespace, name }) => setChosen(`${namespace}/${name}`)}
        onBackupstorageCreate={() => setCreating(true)}
      />
      <output>{chosen}</output>
    </>
  );
}
