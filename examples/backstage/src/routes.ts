import { createRouteRef } from '@backstage/frontend-plugin-api';

export const listRouteRef = createRouteRef();
export const formRouteRef = createRouteRef();
export const detailRouteRef = createRouteRef({ params: ['namespace', 'name'] });
