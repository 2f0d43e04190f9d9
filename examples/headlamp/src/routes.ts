import { Router } from '@kinvolk/headlamp-plugin/lib';
import { useHistory } from 'react-router-dom';

export const LIST = { name: 'BackupStorages', path: '/kubestash/backupstorages' };
export const CREATE = { name: 'New BackupStorage', path: '/kubestash/backupstorages/create' };
export const DETAIL = { name: 'BackupStorage', path: '/kubestash/backupstorages/:namespace/:name' };

/** Where the pages are in this cluster, and how to get there without a reload. */
export function usePages() {
  const history = useHistory();
  const list = Router.createRouteURL(LIST.name);
  const create = Router.createRouteURL(CREATE.name);
  const detail = (namespace: string, name: string) =>
    `${list}/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
  return {
    // Real addresses, with the base that Headlamp is served under: they open in a new tab, too.
    listHref: history.createHref({ pathname: list }),
    createHref: history.createHref({ pathname: create }),
    detailHref: history.createHref({ pathname: `${list}/{namespace}/{name}` }),
    toList: () => history.push(list),
    toCreate: () => history.push(create),
    toDetail: (namespace: string, name: string) => history.push(detail(namespace, name)),
  };
}
