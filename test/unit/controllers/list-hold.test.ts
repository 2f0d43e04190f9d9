import { expect } from 'chai';
import { parseSort, RowView } from '../../../src/controllers/row-view.js';
import { random } from '../../fixtures/random.js';

interface Row {
  key: string;
  name: string;
  note: string;
}

const row = (key: string, name = key, note = ''): Row => ({ key, name, note });
const text = ({ rows }: RowView<Row>): string => rows.map(({ key, note }) => key + note).join(' ');

function view(rows: readonly Row[]): RowView<Row> {
  const made = new RowView<Row>({
    key: ({ key }) => key,
    sortKeys: { name: ({ name }) => name },
    text: ({ name }) => name,
  });
  made.setSort(parseSort('name'));
  made.reset(rows);
  return made;
}

describe('list: rows that keep their places', () => {
  it('say what is current where they are; what would come, go or move waits', () => {
    const made = view([row('b'), row('c'), row('d')]);
    made.hold(true);
    made.update([row('c', 'c', '!')], []);
    expect([text(made), made.waiting]).to.deep.equal(['b c! d', 0]);
    made.update([row('a'), row('d', 'aa', '?')], ['b']);
    expect([text(made), made.waiting, made.count, made.matching]).to.deep.equal(['b c! d?', 3, 3, 3]);
    expect([made.isGone('b'), made.isGone('d')]).to.deep.equal([true, false]);
    expect(made.slice(1, 3).map(({ key }) => key)).to.deep.equal(['c', 'd']);
    made.hold(false);
    expect([text(made), made.waiting, made.isGone('b')]).to.deep.equal(['a d? c!', 0, false]);
  });

  it('wait no more for what was undone meanwhile', () => {
    const made = view([row('b'), row('c')]);
    made.hold(true);
    made.update([row('a'), row('c', 'aa')], ['b']);
    expect(made.waiting).to.equal(3);
    made.update([row('c'), row('b')], ['a']);
    expect([made.waiting, made.isGone('b')]).to.deep.equal([0, false]);
  });

  it('wait with the filter too', () => {
    const made = view([row('b'), row('c')]);
    made.setFilter('c');
    made.hold(true);
    made.update([row('c', 'x'), row('d', 'cc'), row('e')], []);
    expect([text(made), made.waiting]).to.deep.equal(['c', 2]);
    made.hold(false);
    expect(text(made)).to.equal('d');
  });

  it('are given up for another sort, filter, choice and list', () => {
    const made = view([row('b'), row('c')]);
    const changes = [
      () => made.setSort(parseSort('-name')),
      () => made.setFilter('a'),
      () => made.reset([row('a1', 'a')]),
    ];
    for (const [place, change] of changes.entries()) {
      made.hold(true);
      made.update([row(`a${place}`, 'a')], []);
      expect(made.waiting, `before change ${place}`).to.equal(1);
      change();
      expect(made.waiting, `after change ${place}`).to.equal(0);
      expect(text(made)).to.contain('a');
      made.update([], [`a${place}`]);
      made.hold(false);
    }
  });

  it('end as if nobody had held them, whatever happened', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const chance = random(seed);
      const names = Array.from({ length: 12 }, (_, index) => row(`k${index}`, `n${chance.below(9)}`));
      const [held, free] = [view(names), view(names)];
      held.hold(true);
      const before = held.rows.map(({ key }) => key);
      for (let step = 0; step < 6; step += 1) {
        const upserted = Array.from({ length: chance.below(4) }, () =>
          row(`k${chance.below(20)}`, `n${chance.below(9)}`),
        );
        const removed = chance.chance(0.4) ? [`k${chance.below(20)}`] : [];
        held.update(upserted, removed);
        free.update(upserted, removed);
        expect(held.rows.map(({ key }) => key)).to.deep.equal(before);
      }
      held.hold(false);
      expect(held.rows, `seed ${seed}`).to.deep.equal(free.rows);
    }
  });
});
