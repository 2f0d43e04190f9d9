export { backupStoragesPlugin as default } from './plugin';
