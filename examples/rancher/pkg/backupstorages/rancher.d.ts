/** Made by Rancher's build out of the files in list/, detail/ and edit/. */
declare module '@rancher/auto-import' {
  import type { IPlugin } from '@shell/core/types';

  export function importTypes(plugin: IPlugin): void;
}
