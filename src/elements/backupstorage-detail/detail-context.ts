import type { Formats } from '../../locales/formats.js';
import type { StorageDetailController } from '../../controllers/storage-detail-controller.js';
import type { DetailWords } from '../../locales/index.js';
import type { OnCopy } from '../parts/chips.js';
import type { TableWindows } from './table-windows.js';

/** What the parts of the detail page share. */
export interface DetailContext {
  detail: StorageDetailController;
  messages: DetailWords;
  formats: Formats;
  /** Milliseconds since the epoch. */
  now: number;
  onCopy: OnCopy;
  tables: TableWindows;
}
