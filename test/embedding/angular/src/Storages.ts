import 'backupstorage-elements/define/backupstorage-create-form';
import 'backupstorage-elements/define/backupstorage-list';
import { Component, input, signal } from '@angular/core';
import type { DataSource } from 'backupstorage-elements';
import { BACKUP_STORAGE_DIRECTIVES } from 'backupstorage-elements/angular';

@Component({
  selector: 'app-storages',
  imports: [BACKUP_STORAGE_DIRECTIVES],
  template: `
    @if (isCreating()) {
      <backupstorage-create-form
        [dataSource]="source()"
        namespace="demo"
        (backupstorage-cancel)="isCreating.set(false)"
        (backupstorage-created)="chosen.set($event.object.metadata?.namespace + '/' + $event.object.metadata?.name)"
      />
    } @else {
      <backupstorage-list
        [dataSource]="source()"
        [namespaces]="['demo']"
        (backupstorage-select)="chosen.set($event.namespace + '/' + $event.name)"
        (backupstorage-create)="isCreating.set(true)"
      />
      <output>{{ chosen() }}</output>
    }
  `,
})
export class Storages {
  readonly source = input.required<DataSource>();
  readonly isCreating = signal(false);
  readonly chosen = signal('');
}
