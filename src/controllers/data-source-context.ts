import { createContext } from '@lit/context';
import type { DataSource } from '../data-source/types.js';

/**
 * The context by which elements find the nearest data source above them (the W3C community's Context protocol).
 * A registered symbol, so that elements and providers of two copies of this library still find each other.
 */
export const dataSourceContext = createContext<DataSource | undefined>(
  Symbol.for('backupstorage-elements.data-source'),
);
