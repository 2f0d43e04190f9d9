import { Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { source } from './cluster';
import { Storages } from './Storages';

@Component({
  selector: 'app-root',
  imports: [Storages],
  template: `
    <button (click)="isOpen.set(false)">Close</button>
    @if (isOpen()) {
      <app-storages [source]="source" />
    }
  `,
})
class App {
  readonly isOpen = signal(true);
  readonly source = source;
}

await bootstrapApplication(App);
