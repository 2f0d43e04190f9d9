import { expect } from 'chai';
import { RowSlots } from '../../../src/controllers/list/row-slots.js';

const slotsOf = (slots: ReadonlyMap<string, number>) => [...slots.values()];

describe('RowSlots', () => {
  it('lets a row keep its slot wherever it moves', () => {
    const slots = new RowSlots();
    const before = new Map(slots.assign(['a', 'b', 'c'], { reuse: true }));
    const after = slots.assign(['c', 'a', 'b'], { reuse: true });
    for (const key of ['a', 'b', 'c']) expect(after.get(key)).to.equal(before.get(key));
    expect([...after.keys()]).to.deep.equal(['c', 'a', 'b']);
  });

  it('gives the slots of rows that leave to those that come, in order, and makes no more than are needed', () => {
    const slots = new RowSlots();
    const before = slotsOf(slots.assign(['a', 'b', 'c'], { reuse: true }));
    expect(slotsOf(slots.assign(['x', 'y', 'z'], { reuse: true }))).to.deep.equal(before);
    const scrolled = slots.assign(['z', 'p', 'q'], { reuse: true });
    expect(scrolled.get('z')).to.equal(before[2]);
    expect(slotsOf(scrolled).toSorted()).to.deep.equal(before);
  });

  it('gives no slot to two rows, whichever come and go', () => {
    const slots = new RowSlots();
    slots.assign(['a', 'b', 'c', 'd'], { reuse: true });
    slots.assign(['b'], { reuse: true });
    const now = slotsOf(slots.assign(['x', 'b', 'y', 'a'], { reuse: true }));
    expect(new Set(now).size).to.equal(4);
  });

  it('gives a row of a short list an element of its own', () => {
    const slots = new RowSlots();
    const before = slotsOf(slots.assign(['a', 'b'], { reuse: false }));
    const after = slots.assign(['x', 'b'], { reuse: false });
    expect(before).not.to.include(after.get('x'));
    expect(after.get('b')).to.equal(before[1]);
  });

  it('keeps the slot of the row with the focus from others', () => {
    const slots = new RowSlots();
    const focused = slots.assign(['a', 'b'], { reuse: true }).get('a');
    expect(slotsOf(slots.assign(['b', 'x', 'y'], { reuse: true, kept: 'a' }))).not.to.include(focused);
  });
});
