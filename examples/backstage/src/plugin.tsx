import { createFrontendPlugin, PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import { formRouteRef, detailRouteRef, listRouteRef } from './routes';

const listPage = PageBlueprint.make({
  params: {
    path: '/backupstorages',
    title: 'BackupStorages',
    icon: <RiDatabase2Line />,
    routeRef: listRouteRef,
    loader: () => import('./ListPage').then(({ ListPage }) => <ListPage />),
  },
});

const createPage = PageBlueprint.make({
  name: 'create',
  params: {
    path: '/backupstorages/create',
    title: 'Create BackupStorage',
    routeRef: formRouteRef,
    loader: () => import('./CreatePage').then(({ CreatePage }) => <CreatePage />),
  },
});

const detailPage = PageBlueprint.make({
  name: 'detail',
  params: {
    path: '/backupstorages/:namespace/:name',
    title: 'BackupStorage',
    routeRef: detailRouteRef,
    loader: () => import('./DetailPage').then(({ DetailPage }) => <DetailPage />),
  },
});

/** The storages of one cluster: a list, a page for each, and a form for new ones. */
export const backupStoragesPlugin = createFrontendPlugin({
  pluginId: 'backupstorages',
  title: 'BackupStorages',
  routes: { list: listRouteRef, create: formRouteRef, detail: detailRouteRef },
  extensions: [listPage, createPage, detailPage],
});
