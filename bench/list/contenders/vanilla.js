// The floor: no framework, and nothing that the task does not need. Rows of one height in a spacer, a pool of row elements
// recycled by index, one render a frame, a map by uid, sort keys computed once, only changed rows placed anew.
import { COLUMNS, filterText, hrefOf, KEYS, storageRow, TEXTS, withoutManagedFields } from '../../lib/rows.js';
import './plain.css';

const ROW = 37;
const OVERSCAN = 12;

function poolRow() {
  const element = document.createElement('div');
  element.className = 'row';
  const cells = COLUMNS.map(({ id }) => {
    const cell = document.createElement('span');
    cell.className = `cell c-${id}`;
    const inner = document.createElement(id === 'name' ? 'a' : 'span');
    if (id === 'status') inner.className = 'badge';
    const text = document.createTextNode('');
    inner.append(text);
    cell.append(inner);
    element.append(cell);
    return { id, inner, text };
  });
  return { element, cells, row: undefined, top: -1 };
}

function fill(slot, row, top) {
  if (slot.top !== top) slot.element.style.transform = `translateY(${(slot.top = top)}px)`;
  if (slot.row === row) return;
  const isOther = slot.row?.uid !== row.uid;
  slot.row = row;
  for (const { id, inner, text } of slot.cells) {
    const words = TEXTS[id](row);
    if (text.data !== words) text.data = words;
    if (id === 'name' && isOther) inner.href = hrefOf(row);
    if (id === 'status') inner.dataset.tone = row.status.tone;
  }
}

class WindowedTable {
  #all = new Map();
  #sorted = [];
  #visible = [];
  #column = 'name';
  #descending = false;
  #filter = '';
  #changed = new Map();
  #pool = [];
  #frame = 0;

  constructor(place, objects) {
    for (const object of objects) this.#add(storageRow(withoutManagedFields(object)));
    this.input = document.createElement('input');
    this.input.addEventListener('input', () => this.#setFilter(this.input.value));
    const head = document.createElement('div');
    head.className = 'head';
    for (const { id, label } of COLUMNS) {
      const button = document.createElement('button');
      button.textContent = label;
      button.className = `cell c-${id}`;
      button.addEventListener('click', () => this.#sortBy(id));
      head.append(button);
    }
    this.scroller = document.createElement('div');
    this.scroller.className = 'scroller';
    this.spacer = document.createElement('div');
    this.scroller.append(this.spacer);
    place.append(this.input, head, this.scroller);
    this.scroller.addEventListener('scroll', () => this.#schedule(), { passive: true });
    this.height = this.scroller.clientHeight;
    this.#sort();
    this.#render();
  }

  deliver({ object }) {
    const uid = object.metadata.uid;
    if (!this.#changed.has(uid)) this.#changed.set(uid, this.#all.get(uid));
    this.#add(storageRow(withoutManagedFields(object)));
    this.#schedule();
  }

  dispose() {
    cancelAnimationFrame(this.#frame);
  }

  #add(row) {
    this.#all.set(row.uid, { row, key: KEYS[this.#column](row), text: undefined });
  }

  #sortBy(column) {
    this.#descending = this.#column === column && !this.#descending;
    if (column !== this.#column) {
      this.#column = column;
      for (const entry of this.#all.values()) entry.key = KEYS[column](entry.row);
    }
    this.#sort();
    this.#schedule();
  }

  #compare = (a, b) => {
    if (a.key !== b.key) return a.key < b.key === this.#descending ? 1 : -1;
    return a.row.uid < b.row.uid ? -1 : 1;
  };

  #sort() {
    this.#sorted = [...this.#all.values()].sort(this.#compare);
    this.#choose();
  }

  #setFilter(text) {
    this.#filter = text.toLowerCase();
    this.scroller.scrollTop = 0;
    this.#choose();
    this.#schedule();
  }

  #choose() {
    const matches = (entry) => (entry.text ??= filterText(entry.row)).includes(this.#filter);
    this.#visible = this.#filter === '' ? this.#sorted : this.#sorted.filter(matches);
  }

  /** Takes the changed rows out, sorts them, and merges them in. */
  #place() {
    if (this.#changed.size === 0) return;
    const fresh = [...this.#changed.keys()].map((uid) => this.#all.get(uid)).sort(this.#compare);
    const old = new Set(this.#changed.values());
    const merged = [];
    let next = 0;
    for (const entry of this.#sorted) {
      if (old.has(entry)) continue;
      while (next < fresh.length && this.#compare(fresh[next], entry) < 0) merged.push(fresh[next++]);
      merged.push(entry);
    }
    while (next < fresh.length) merged.push(fresh[next++]);
    this.#sorted = merged;
    this.#changed.clear();
    this.#choose();
  }

  #schedule() {
    this.#frame ||= requestAnimationFrame(() => this.#render());
  }

  #render() {
    this.#frame = 0;
    this.#place();
    const count = this.#visible.length;
    const height = `${count * ROW}px`;
    if (this.spacer.style.height !== height) this.spacer.style.height = height;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / ROW) - OVERSCAN);
    const end = Math.min(count, first + Math.ceil(this.height / ROW) + 1 + 2 * OVERSCAN);
    const size = end - first;
    while (this.#pool.length < size) {
      const slot = poolRow();
      this.#pool.push(slot);
      this.spacer.append(slot.element);
    }
    for (const slot of this.#pool.splice(size)) slot.element.remove();
    // Each index has its own slot: a row that stays on the screen is not touched while others come and go.
    for (let index = first; index < end; index += 1)
      fill(this.#pool[index % size], this.#visible[index].row, index * ROW);
  }
}

export default {
  name: 'vanilla',
  mount(place, objects) {
    const table = new WindowedTable(place, objects);
    return {
      root: () => document,
      rowSelector: '.row',
      scroller: () => table.scroller,
      deliver: (event) => table.deliver(event),
      sort: (column) => place.querySelector(`button.c-${column}`).click(),
      filter(text) {
        table.input.value = text;
        table.input.dispatchEvent(new Event('input'));
      },
      dispose: () => table.dispose(),
    };
  },
};
