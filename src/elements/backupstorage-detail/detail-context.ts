import type { StorageDetailController } from '../../controllers/storage-detail-controller.js';
import type { Messages } from '../../locales/index.js';
import type { OnCopy } from '../parts/chips.js';
import type { TableWindows } from './table-windows.js';

/** What the parts of the detail page share. */
export interface DetailContext {
  detail: StorageDetailController;
  messages: Messages;
  locale: string;
  /** Milliseconds since the epoch. */
  now: number;
  onCopy: OnCopy;
  tables: TableWindows;
}
