import type { BackupStorageErrorEvent, DataSource } from 'backupstorage-elements';
import type {} from 'backupstorage-elements/react';

const wrongSource = { list: 'not a function' };
const wrongNumber = 1;
const wrongHandler = (event: BackupStorageErrorEvent) => event.error;

export function Storages({ source }: { source: DataSource }) {
  return (
    <>
      <backupstorage-list dataSource={wrongSource} />
      <backupstorage-list namespaces={wrongNumber} />
      <backupstorage-list onbackupstorage-select={wrongHandler} />
      <backupstorage-list dataSource={source} wrongName="x" />
      <backupstorage-detail readonly="wrong" />
    </>
  );
}
