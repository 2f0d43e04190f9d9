import { expect } from 'chai';
import { RowWindow, WINDOW_FROM, type WindowRange } from '../../../src/controllers/row-window.js';
import { FakeHost } from './fake-host.js';

/** As much of a scroll container as is measured. */
class Scroller {
  clientHeight = 400;
  scrollTop = 0;
  readonly #listeners = new Set<() => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  addEventListener(_type: string, listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: () => void): void {
    this.#listeners.delete(listener);
  }

  scrollTo(top: number): void {
    this.scrollTop = top;
    for (const listener of this.#listeners) listener();
  }
}

describe('row window', () => {
  const kept = globalThis.ResizeObserver;
  let observers: Set<FakeObserver>;

  class FakeObserver {
    constructor(readonly callback: (entries: readonly { contentRect: { width: number } }[]) => void) {}
    observe(): void {
      observers.add(this);
    }
    disconnect(): void {
      observers.delete(this);
    }
  }

  beforeEach(() => {
    observers = new Set();
    Object.assign(globalThis, { ResizeObserver: FakeObserver });
  });
  afterEach(() => void Object.assign(globalThis, { ResizeObserver: kept }));

  function windowed(count: number, rowHeight = 40) {
    const host = new FakeHost();
    const rows = { count };
    const own = new RowWindow(host, { count: () => rows.count, rowHeight });
    const scroller = new Scroller();
    const render = (height = rowHeight): WindowRange => {
      const { range } = own;
      own.measure(scroller as unknown as HTMLElement, { offsetHeight: height } as HTMLElement);
      return range;
    };
    return { host, rows, own, scroller, render };
  }

  it('renders short lists whole', () => {
    const { own, rows } = windowed(WINDOW_FROM);
    expect(own.range).to.deep.equal({ start: 0, end: WINDOW_FROM, before: 0, after: 0 });
    rows.count = 0;
    expect(own.range).to.deep.equal({ start: 0, end: 0, before: 0, after: 0 });
  });

  it('renders what is near the visible part, and keeps the height of the rest', () => {
    const { own, scroller, render } = windowed(50_000);
    expect(own.range).to.include({ start: 0, before: 0 });
    expect(own.range.end).to.be.below(60);
    render();
    // As many as fit into a container that was not measured: now it is known to be less high.
    expect(own.range).to.deep.equal({ start: 0, end: 26, before: 0, after: (50_000 - 26) * 40 });
    scroller.scrollTo(1_000_000);
    expect(own.range).to.deep.equal({ start: 24_982, end: 25_029, before: 24_982 * 40, after: (50_000 - 25_029) * 40 });
    scroller.scrollTo(50_000 * 40 - 400);
    expect(own.range).to.deep.equal({ start: 49_972, end: 50_000, before: 49_972 * 40, after: 0 });
  });

  it('always covers the visible part', () => {
    const { own, scroller, render } = windowed(1_000, 37);
    render();
    for (let top = -50; top < 37 * 1_000 - 400; top += 13) {
      scroller.scrollTop = top;
      const { start, end, before } = own.range;
      expect(before).to.be.at.most(Math.max(0, top));
      expect(end * 37).to.be.at.least(top + 400);
      expect(end - start).to.be.below(49);
    }
  });

  it('renders a full window where rows have gone since it was scrolled', () => {
    const { own, scroller, render, rows } = windowed(50_000);
    render();
    scroller.scrollTo(1_900_000);
    rows.count = 300;
    expect(own.range).to.deep.equal({ start: 272, end: 300, before: 272 * 40, after: 0 });
  });

  it('asks for an update when scrolling or resizing changes what is to be rendered', () => {
    const { host, scroller, render } = windowed(1_000);
    render();
    // Now it knows how high the container is.
    render();
    host.requests = 0;
    scroller.scrollTo(5 * 40);
    expect(host.requests).to.equal(0);
    scroller.scrollTo(6 * 40);
    expect(host.requests).to.equal(1);
    render();
    scroller.scrollTo(12 * 40);
    expect(host.requests).to.equal(1);
    scroller.clientHeight = 900;
    for (const { callback } of observers) callback([{ contentRect: { width: 1_200 } }]);
    expect(host.requests).to.equal(2);
  });

  it('renders more at once while scrolling, and then nothing until ten rows beyond the edge are no more', () => {
    const { host, scroller, render } = windowed(1_000);
    render();
    render();
    scroller.scrollTo(400 * 40);
    expect(render()).to.include({ start: 382, end: 429 });
    host.requests = 0;
    for (let row = 400; row <= 408; row += 1) scroller.scrollTo(row * 40);
    expect(host.requests).to.equal(0);
    // What else asks for a render brings no other rows.
    expect(render()).to.include({ start: 382, end: 429 });
    scroller.scrollTo(409 * 40);
    expect(host.requests).to.equal(1);
    expect(render()).to.include({ start: 391, end: 438 });
    // Back again: there are rows enough on that side as well.
    for (let row = 409; row >= 401; row -= 1) scroller.scrollTo(row * 40);
    expect(host.requests).to.equal(1);
    scroller.scrollTo(400 * 40);
    expect(host.requests).to.equal(2);
  });

  it('renders no more than it would by itself when a short list grows long', () => {
    const { rows, own, render } = windowed(WINDOW_FROM);
    expect(render()).to.include({ start: 0, end: WINDOW_FROM });
    rows.count = 1_000;
    expect(own.range).to.include({ start: 0, end: 16 });
  });

  it('renders what is left where the rendered rows are no more', () => {
    const { rows, own, scroller, render } = windowed(1_000);
    render();
    scroller.scrollTo(400 * 40);
    render();
    rows.count = 425;
    expect(own.range).to.include({ start: 382, end: 425, after: 0 });
  });

  it('tells how wide the container of a long list is, once that is known', () => {
    const { rows, own, render } = windowed(1_000);
    render();
    expect(own.width).to.equal(undefined);
    for (const { callback } of observers) callback([{ contentRect: { width: 1_200 } }]);
    expect(own.width).to.equal(1_200);
    rows.count = WINDOW_FROM;
    expect(own.width).to.equal(undefined);
  });

  it('scrolls back when the browser has scrolled in the middle of a render of as many rows', () => {
    const { own, scroller, render } = windowed(1_000);
    render();
    scroller.scrollTo(39_600);
    const { range } = own;
    // Before the space above the rows was in its place.
    scroller.scrollTop = 500;
    own.measure(scroller as unknown as HTMLElement, { offsetHeight: 40 } as HTMLElement);
    expect(scroller.scrollTop).to.equal(39_600);
    expect(own.range).to.deep.equal(range);
  });

  it('renders again when the browser has scrolled to keep what was seen in its place', () => {
    const { host, rows, own, scroller, render } = windowed(1_000);
    render();
    scroller.scrollTo(36_000);
    render();
    host.requests = 0;
    // A filter was cleared, say: the rows above are many more, and the browser scrolls by their height.
    rows.count = 50_000;
    expect(own.range.start * 40).to.be.within(35_000, 36_000);
    scroller.scrollTop = 1_900_000;
    own.measure(scroller as unknown as HTMLElement, { offsetHeight: 40 } as HTMLElement);
    expect(host.requests).to.equal(1);
    expect(render().before).to.be.within(1_899_000, 1_900_000);
  });

  it('asks for nothing while something else stands in the place of the rows', () => {
    const { host, rows, own, scroller, render } = windowed(1_000);
    own.measure(scroller as unknown as HTMLElement, undefined);
    own.measure(scroller as unknown as HTMLElement, undefined);
    expect(host.requests).to.equal(0);
    render();
    render();
    rows.count = 0;
    own.measure(scroller as unknown as HTMLElement, undefined);
    expect(host.requests).to.equal(0);
  });

  it('renders the first rows once, however low what stood in their place was', () => {
    const { host, own, scroller, render } = windowed(1_000);
    const element = scroller as unknown as HTMLElement;
    // A skeleton of a few lines, and later the words of an empty list.
    for (const height of [150, 90]) {
      scroller.clientHeight = height;
      own.measure(element, undefined);
      host.requests = 0;
      expect(own.range.end).to.equal(26);
      // The rows make the container as high as it may be.
      scroller.clientHeight = 600;
      render();
      expect([host.requests, own.range.end]).to.deep.equal([0, 26]);
    }
    scroller.clientHeight = 1_000;
    render();
    expect(own.range.end).to.equal(31);
  });

  it('takes the height from a rendered row', () => {
    const { host, own, render } = windowed(1_000, 40);
    render(50);
    expect(host.requests).to.equal(1);
    expect(own.range.after).to.equal((1_000 - own.range.end) * 50);
    render(0);
    render(50);
    expect(host.requests).to.equal(1);
  });

  it('lets go of the container, and measures again after the element was moved', () => {
    const { host, own, scroller, render } = windowed(1_000);
    render();
    render();
    expect([scroller.listeners, observers.size]).to.deep.equal([1, 1]);
    host.disconnect();
    expect([scroller.listeners, observers.size]).to.deep.equal([0, 0]);
    host.connect();
    expect(host.requests).to.equal(1);
    render();
    expect([scroller.listeners, observers.size]).to.deep.equal([1, 1]);
    own.measure(undefined, undefined);
    expect([scroller.listeners, observers.size]).to.deep.equal([0, 0]);
  });
});
