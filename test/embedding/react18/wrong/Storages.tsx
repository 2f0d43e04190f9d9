import type { BackupStorageErrorEvent, DataSource } from 'backupstorage-elements';
import { BackupStorageDetail } from 'backupstorage-elements/react/backupstorage-detail';
import { BackupStorageList } from 'backupstorage-elements/react/backupstorage-list';

const wrongSource = { list: 'not a function' };
const wrongNumber = 1;
const wrongHandler = (event: BackupStorageErrorEvent) => event.error;

export function Storages({ source }: { source: DataSource }) {
  return (
    <>
      <BackupStorageList dataSource={wrongSource} />
      <BackupStorageList namespaces={wrongNumber} />
      <BackupStorageList onBackupstorageSelect={wrongHandler} />
      <BackupStorageList dataSource={source} wrongName="x" />
      <BackupStorageDetail readonly="wrong" />
    </>
  );
}
