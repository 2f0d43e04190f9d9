import { html, render, type TemplateResult } from 'lit';
import type { MemoryCluster, Undo } from '../../src/data-source/memory/index.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { FAULTS, type FaultControl, type Press, type Switch } from './fault-controls.js';

const REQUESTS_SHOWN = 8;

/** Switches and buttons for every fault of a cluster, and what is asked of it. */
export class FaultPanel {
  readonly element = document.createElement('section');
  readonly #undo = new Map<FaultControl, Undo>();
  #requests: string[] = [];
  #changes = 0;

  constructor(
    private readonly cluster: MemoryCluster,
    /** Asks again, as a host does once its user has signed in. */
    private readonly refresh: () => void,
  ) {
    this.element.className = 'fault-panel';
    this.element.setAttribute('aria-label', 'Faults of the cluster');
    cluster.observe(({ verb, type, namespace, name }) => {
      const line = [verb, type?.resource, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
      this.#requests = [line, ...this.#requests].slice(0, REQUESTS_SHOWN);
      this.#render();
    });
    this.#render();
  }

  #switch(control: Switch, on: boolean): void {
    if (on) this.#undo.set(control, control.begin(this.cluster));
    else {
      this.#undo.get(control)?.();
      this.#undo.delete(control);
    }
    this.#render();
  }

  #press(control: Press): void {
    control.act(this.cluster);
    // What has ended is no longer switched on.
    if (FAULTS.clear.includes(control)) {
      for (const undo of this.#undo.values()) undo();
      this.#undo.clear();
    }
    this.#render();
  }

  /** Something to be seen in a live list: a storage changes its mind. */
  #change(): void {
    const storage = this.cluster.objects<BackupStorage>(BACKUP_STORAGES)[0]!;
    const phase = this.#changes++ % 2 === 0 ? 'NotReady' : 'Ready';
    this.cluster.apply({ ...storage, status: { ...storage.status, phase } });
  }

  #control(control: FaultControl): TemplateResult {
    if ('act' in control)
      return html`<button type="button" @click=${() => this.#press(control)}>${control.label}</button>`;
    return html`<label
      ><input
        type="checkbox"
        .checked=${this.#undo.has(control)}
        @change=${(event: Event) => this.#switch(control, (event.target as HTMLInputElement).checked)}
      />
      ${control.label}</label
    >`;
  }

  #render(): void {
    const controls = Object.values(FAULTS).flat();
    render(
      html`<h2>Faults</h2>
        <div class="switches">${controls.filter((one) => 'begin' in one).map((one) => this.#control(one))}</div>
        <div class="presses">
          ${controls.filter((one) => 'act' in one).map((one) => this.#control(one))}
          <button type="button" @click=${() => this.#change()}>Change a storage</button>
          <button type="button" @click=${this.refresh}>Ask again</button>
        </div>
        <h3>Last requests</h3>
        <ol>
          ${this.#requests.map((line) => html`<li>${line}</li>`)}
        </ol>`,
      this.element,
    );
  }
}
