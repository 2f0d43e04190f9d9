import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { openShiftDataSource } from 'backupstorage-elements/data-source/hosts/openshift';

/** One for all pages: they share its watches. */
export const dataSource = openShiftDataSource({ consoleFetch });
