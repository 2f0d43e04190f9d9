import type { LitElement, ReactiveController } from 'lit';
import { RowWindow, type WindowRange } from '../../controllers/row-window.js';
import type { StorageDetailController } from '../../controllers/storage-detail-controller.js';

export type TableId = 'repositories' | 'configurations';

/** A row of one line, before one could be measured, in CSS pixels. */
const ROW_HEIGHT = 36;

/** Which rows of the page's two tables are rendered: of a long one only those near the visible part of its own scroll. */
export class TableWindows implements ReactiveController {
  readonly #windows: Readonly<Record<TableId, RowWindow>>;
  #focused: HTMLElement | null = null;

  constructor(
    private readonly host: LitElement,
    detail: Pick<StorageDetailController, 'repositories' | 'sessions'>,
  ) {
    const windowOf = (count: () => number) => new RowWindow(host, { count, rowHeight: ROW_HEIGHT });
    this.#windows = {
      repositories: windowOf(() => detail.repositories.count),
      configurations: windowOf(() => detail.sessions.count),
    };
    host.addController(this);
  }

  rangeOf(id: TableId): WindowRange {
    return this.#windows[id].range;
  }

  /** The table that had the focus last: the keys go on scrolling it when the row that had it is scrolled away. */
  get focusedRegion(): HTMLElement | null {
    return this.#focused?.isConnected ? this.#focused : null;
  }

  hostConnected(): void {
    this.host.addEventListener('focusin', this.#onFocus);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusin', this.#onFocus);
  }

  hostUpdated(): void {
    for (const [id, window] of Object.entries(this.#windows)) {
      const region = this.host.renderRoot.querySelector<HTMLElement>(`[part~=${id}] .table-region`);
      window.measure(region ?? undefined, region?.querySelector<HTMLElement>('tbody tr:not(.spacer)') ?? undefined);
    }
  }

  readonly #onFocus = (event: Event): void => {
    const [target] = event.composedPath();
    this.#focused = target instanceof Element ? target.closest<HTMLElement>('.table-region') : null;
  };
}
