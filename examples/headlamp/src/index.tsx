import { registerRoute, registerSidebarEntry } from '@kinvolk/headlamp-plugin/lib';
import { CreatePage, DetailPage, ListPage } from './pages';
import { CREATE, DETAIL, LIST } from './routes';

registerSidebarEntry({
  parent: null,
  name: 'kubestash',
  label: 'KubeStash',
  icon: 'mdi:backup-restore',
  url: LIST.path,
});
registerSidebarEntry({ parent: 'kubestash', name: 'backupstorages', label: 'BackupStorages', url: LIST.path });

// The first that matches is shown: "create" is no namespace.
registerRoute({ ...LIST, sidebar: 'backupstorages', exact: true, component: () => <ListPage /> });
registerRoute({ ...CREATE, sidebar: 'backupstorages', exact: true, component: () => <CreatePage /> });
registerRoute({ ...DETAIL, sidebar: 'backupstorages', exact: true, component: () => <DetailPage /> });
