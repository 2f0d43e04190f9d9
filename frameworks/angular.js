// Generated from custom-elements.json by `npm run manifest`.
import * as i0 from '@angular/core';

export class BackupStorageCreateFormDirective {}
BackupStorageCreateFormDirective.ɵfac = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0',
  version: '20.0.0',
  ngImport: i0,
  type: BackupStorageCreateFormDirective,
  deps: [],
  target: i0.ɵɵFactoryTarget.Directive,
});
BackupStorageCreateFormDirective.ɵdir = i0.ɵɵngDeclareDirective({
  minVersion: '14.0.0',
  version: '20.0.0',
  type: BackupStorageCreateFormDirective,
  isStandalone: true,
  selector: 'backupstorage-create-form',
  ngImport: i0,
});

export class BackupStorageDataSourceDirective {}
BackupStorageDataSourceDirective.ɵfac = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0',
  version: '20.0.0',
  ngImport: i0,
  type: BackupStorageDataSourceDirective,
  deps: [],
  target: i0.ɵɵFactoryTarget.Directive,
});
BackupStorageDataSourceDirective.ɵdir = i0.ɵɵngDeclareDirective({
  minVersion: '14.0.0',
  version: '20.0.0',
  type: BackupStorageDataSourceDirective,
  isStandalone: true,
  selector: 'backupstorage-data-source',
  ngImport: i0,
});

export class BackupStorageDetailDirective {}
BackupStorageDetailDirective.ɵfac = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0',
  version: '20.0.0',
  ngImport: i0,
  type: BackupStorageDetailDirective,
  deps: [],
  target: i0.ɵɵFactoryTarget.Directive,
});
BackupStorageDetailDirective.ɵdir = i0.ɵɵngDeclareDirective({
  minVersion: '14.0.0',
  version: '20.0.0',
  type: BackupStorageDetailDirective,
  isStandalone: true,
  selector: 'backupstorage-detail',
  ngImport: i0,
});

export class BackupStorageListDirective {}
BackupStorageListDirective.ɵfac = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0',
  version: '20.0.0',
  ngImport: i0,
  type: BackupStorageListDirective,
  deps: [],
  target: i0.ɵɵFactoryTarget.Directive,
});
BackupStorageListDirective.ɵdir = i0.ɵɵngDeclareDirective({
  minVersion: '14.0.0',
  version: '20.0.0',
  type: BackupStorageListDirective,
  isStandalone: true,
  selector: 'backupstorage-list',
  ngImport: i0,
});

export class BackupStorageManifestPreviewDirective {}
BackupStorageManifestPreviewDirective.ɵfac = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0',
  version: '20.0.0',
  ngImport: i0,
  type: BackupStorageManifestPreviewDirective,
  deps: [],
  target: i0.ɵɵFactoryTarget.Directive,
});
BackupStorageManifestPreviewDirective.ɵdir = i0.ɵɵngDeclareDirective({
  minVersion: '14.0.0',
  version: '20.0.0',
  type: BackupStorageManifestPreviewDirective,
  isStandalone: true,
  selector: 'backupstorage-manifest-preview',
  ngImport: i0,
});

export const BACKUP_STORAGE_DIRECTIVES = [
  BackupStorageCreateFormDirective,
  BackupStorageDataSourceDirective,
  BackupStorageDetailDirective,
  BackupStorageListDirective,
  BackupStorageManifestPreviewDirective,
];
