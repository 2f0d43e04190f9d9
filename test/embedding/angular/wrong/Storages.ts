import { Component, input } from '@angular/core';
import type { BackupStorageErrorEvent, DataSource } from 'backupstorage-elements';
import { BACKUP_STORAGE_DIRECTIVES } from 'backupstorage-elements/angular';

@Component({
  selector: 'app-storages',
  imports: [BACKUP_STORAGE_DIRECTIVES],
  template: `
    <backupstorage-list
      [dataSource]="{ list: 'wrong' }"
      [namespaces]="'wrong'"
      (backupstorage-select)="takeWrong($event)"
    />
    <backupstorage-list [wrongName]="1" />
    <backupstorage-detail readonly="wrong" />
  `,
})
export class Storages {
  readonly source = input.required<DataSource>();
  readonly takeWrong = (event: BackupStorageErrorEvent) => event.error;
}
