import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows rendered beyond the visible ones at the top of a list, where sorting and filtering render all of them anew. */
const OVERSCAN_AT_TOP = 5;
/** Rows that are there beyond each edge at least, so that scrolling does not show blanks before the next frame. */
const OVERSCAN = 10;
/** Rows rendered beyond each edge by a render that scrolling asked for: those after it are spared until these are used up. */
const OVERSCAN_SCROLLED = 18;
/** Height of a scroll container that has had no rows yet, in CSS pixels: what else stands there may be less high. */
const UNMEASURED_HEIGHT = 800;
/** No row is rendered. */
const NOTHING: WindowRange = { start: 0, end: 0, before: 0, after: 0 };
/** Lists up to this long are rendered whole: everything can be found in the page, and printed. */
export const WINDOW_FROM = 100;

export interface WindowRange {
  /** Index of the first rendered row. */
  start: number;
  /** One past the last rendered row. */
  end: number;
  /** Height of what is not rendered, in CSS pixels. */
  before: number;
  after: number;
}

/** Says which rows of a long list are near the visible part of its scroll container. All rows have one height. */
export class RowWindow implements ReactiveController {
  #scroller: HTMLElement | undefined;
  #rowHeight: number;
  #width: number | undefined;
  #resize: ResizeObserver | undefined;
  /** What the host has rendered; the browser may have scrolled since. */
  #shown = NOTHING;
  /** How many rows there were then, and how far it was scrolled, in CSS pixels. */
  #count = 0;
  #top = 0;
  #isSameCount = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: {
      count: () => number;
      /** The height to start with, before a row could be measured, in CSS pixels. */
      rowHeight: number;
    },
  ) {
    this.#rowHeight = options.rowHeight;
    host.addController(this);
  }

  /**
   * Width of the scroll container in CSS pixels; undefined until the browser has laid it out, and of a list that is rendered
   * whole: nothing is rendered anew when that is given another width.
   */
  get width(): number | undefined {
    return this.options.count() > WINDOW_FROM ? this.#width : undefined;
  }

  /** What to render now. */
  get range(): WindowRange {
    const range = this.#range;
    const count = this.options.count();
    this.#isSameCount = count === this.#count;
    this.#count = count;
    this.#top = this.#scroller?.scrollTop ?? 0;
    this.#shown = range;
    return range;
  }

  get #range(): WindowRange {
    const count = this.options.count();
    if (count <= WINDOW_FROM) return { start: 0, end: count, before: 0, after: 0 };
    const seen = this.#scroller?.clientHeight || UNMEASURED_HEIGHT;
    const height = this.#shown === NOTHING ? Math.max(seen, UNMEASURED_HEIGHT) : seen;
    const fitting = Math.ceil(height / this.#rowHeight);
    const top = this.#scroller?.scrollTop ?? 0;
    // Rows may have gone since it was scrolled: what is rendered then is where the browser will scroll back to.
    const last = Math.max(0, count - fitting);
    const first = Math.min(last, Math.max(0, Math.floor(top / this.#rowHeight)));
    const around = (overscan: number): { start: number; end: number } => ({
      start: Math.max(0, first - overscan),
      end: Math.min(count, first + fitting + 1 + overscan),
    });
    const isAtTop = top <= 0;
    const needed = around(isAtTop ? OVERSCAN_AT_TOP : OVERSCAN);
    const { start, end } = this.#isEnough(needed, count) ? this.#shown : isAtTop ? needed : around(OVERSCAN_SCROLLED);
    return { start, end, before: start * this.#rowHeight, after: (count - end) * this.#rowHeight };
  }

  /** What is rendered can stay: it has the rows that are needed, and not many more. */
  #isEnough(needed: { start: number; end: number }, count: number): boolean {
    const { start, end } = this.#shown;
    const most = needed.end - needed.start + 2 * OVERSCAN_SCROLLED;
    return start <= needed.start && end >= needed.end && end <= count && end - start <= most;
  }

  /**
   * Call after each render with the scroll container and one rendered row; their sizes are measured. No row: something
   * else stands in their place.
   */
  measure(scroller: HTMLElement | undefined, row: HTMLElement | undefined): void {
    const isOther = scroller !== this.#scroller;
    if (!row) this.#shown = NOTHING;
    if (isOther) {
      this.#release();
      this.#scroller = scroller;
      scroller?.addEventListener('scroll', this.#onScroll, { passive: true });
      if (scroller) {
        this.#resize = new ResizeObserver(this.#onResize);
        this.#resize.observe(scroller);
      }
    }
    const height = row?.offsetHeight ?? 0;
    if (height > 0 && height !== this.#rowHeight) {
      this.#rowHeight = height;
      if (this.options.count() > WINDOW_FROM) this.host.requestUpdate();
      return;
    }
    // As many rows are as high as before, so there is no reason to scroll. WebKit lays out in the middle of a render, where
    // the space above the rows is not there yet, and jumps to what is left of the list.
    if (scroller && row && !isOther && this.#isSameCount && scroller.scrollTop !== this.#top)
      scroller.scrollTop = this.#top;
    // Rows that came and went above may have made the browser scroll, to keep what was seen in its place.
    // Without a row nothing was asked of the range in this render.
    if (!isOther && row) this.#onScroll();
  }

  /** An element that is moved in the page is measured again. */
  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#resize?.disconnect();
    this.#resize = undefined;
    this.#width = undefined;
    this.#scroller = undefined;
  }

  /** In another width rows may have another height, which the next render measures. */
  readonly #onResize = (entries: readonly ResizeObserverEntry[]): void => {
    this.#width = entries.at(-1)?.contentRect.width;
    if (this.options.count() > WINDOW_FROM) this.host.requestUpdate();
  };

  readonly #onScroll = (): void => {
    const { start, end } = this.#range;
    if (start !== this.#shown.start || end !== this.#shown.end) this.host.requestUpdate();
  };
}
