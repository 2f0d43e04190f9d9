import { importTypes } from '@rancher/auto-import';
import { StandardProductNames } from '@shell/core/plugin-products-external';
import type { IPlugin } from '@shell/core/types';
import { BACKUP_STORAGE } from './cluster';

// Rancher calls this when it has loaded the extension. The pages are the files in list/, detail/ and edit/: Rancher shows
// each for the kind that it is named after.
export default function (plugin: IPlugin): void {
  importTypes(plugin);
  plugin.metadata = require('./package.json');
  plugin.extendProduct(StandardProductNames.EXPLORER, [
    {
      name: 'kubestash',
      label: 'KubeStash',
      sideMenu: {
        children: [
          {
            type: BACKUP_STORAGE,
            label: 'BackupStorages',
            // The list has its own button for a new one; a storage is edited where it is shown.
            can: { create: true, edit: false, remove: true, yaml: true },
            views: { list: { showListMasthead: false }, createEdit: { showMasthead: false } },
          },
        ],
      },
    },
  ]);
}
