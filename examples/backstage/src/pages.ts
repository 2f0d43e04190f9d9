import { useAppHref, useAppNavigate, useRouteRef } from '@backstage/frontend-plugin-api';
import { detailRouteRef, formRouteRef, listRouteRef } from './routes';

/** Where the plugin's pages are in this app, and how to get there without a reload. */
export function usePages() {
  const navigate = useAppNavigate();
  const list = useRouteRef(listRouteRef)?.() ?? '/';
  const create = useRouteRef(formRouteRef)?.() ?? '/';
  const detail = useRouteRef(detailRouteRef);
  return {
    // Real addresses, with the base that the app is served under: they open in a new tab, too.
    listHref: useAppHref(list),
    createHref: useAppHref(create),
    detailHref: `${useAppHref(list)}/{namespace}/{name}`,
    toList: () => navigate(list),
    toCreate: () => navigate(create),
    toDetail: (namespace: string, name: string) => navigate(detail?.({ namespace, name }) ?? list),
  };
}
