import { expect } from 'chai';
import { formatSort, parseSort, RowView, type SortKey } from '../../../src/controllers/row-view.js';
import { random, type Random } from '../../fixtures/random.js';

interface Row {
  key: string;
  name: string;
  size?: number | undefined;
}

const sortKeys = { name: (row: Row): SortKey => row.name, size: (row: Row): SortKey => row.size };

function view(rows: readonly Row[] = [], sort = 'name'): RowView<Row> {
  const made = new RowView<Row>({ key: (row) => row.key, sortKeys, text: (row) => row.name.toLowerCase() });
  made.setSort(parseSort(sort));
  made.reset(rows);
  return made;
}

const row = (key: string, name = key, size?: number): Row => ({ key, name, size });
const keys = ({ rows }: RowView<Row>): string => rows.map(({ key }) => key).join(' ');

describe('row view: sort', () => {
  it('is written with a minus for descending', () => {
    for (const text of ['age', '-age']) expect(formatSort(parseSort(text))).to.equal(text);
    expect(parseSort('-age')).to.deep.equal({ column: 'age', direction: 'descending' });
  });

  it('puts what is unknown last, in both directions', () => {
    const sized = view(
      [row('a', 'a'), row('b', 'b', 2), row('c', 'c', 1), row('d', 'd', NaN), row('e', 'e', 0)],
      'size',
    );
    expect(keys(sized)).to.equal('e c b a d');
    sized.setSort(parseSort('-size'));
    expect(keys(sized)).to.equal('b c e a d');
  });

  it('keeps one order among equals, whichever way they came', () => {
    const rows = ['d', 'b', 'c', 'a'].map((key) => row(key, 'same', 1));
    for (const sort of ['name', '-name', 'size', '-size']) {
      expect(keys(view(rows, sort))).to.equal('a b c d');
      const grown = view([], sort);
      for (const one of rows) grown.update([one], []);
      expect(keys(grown)).to.equal('a b c d');
    }
  });

  it('ignores a column that cannot be sorted by, and those that every object has', () => {
    const named = view([row('b'), row('a')]);
    for (const column of ['color', 'constructor', 'toString', '__proto__', '']) {
      named.setSort({ column, direction: 'descending' });
      expect(named.sort).to.deep.equal({ column: 'name', direction: 'ascending' });
      expect(keys(named)).to.equal('a b');
    }
  });

  it('orders by key before a column was chosen', () => {
    const made = new RowView<Row>({ key: ({ key }) => key, sortKeys, text: ({ name }) => name });
    made.reset([row('b'), row('a')]);
    expect(keys(made)).to.equal('a b');
  });

  it('gives the same array until something changes', () => {
    const made = view([row('a'), row('b')]);
    const { rows } = made;
    made.setSort(parseSort('name'));
    made.setFilter('  ');
    made.update([], []);
    expect(made.rows).to.equal(rows);
    made.update([row('a')], []);
    expect(made.rows).not.to.equal(rows);
  });
});

describe('row view: filter', () => {
  it('wants every word, in any order and case', () => {
    const made = view([row('1', 'MinIO prod'), row('2', 'minio test'), row('3', 'S3 Prod')]);
    made.setFilter(' PROD  min ');
    expect(keys(made)).to.equal('1');
    expect(made.total).to.equal(3);
    expect([...made.all()]).to.have.length(3);
    made.setFilter('');
    expect(keys(made)).to.equal('1 3 2');
  });

  it('follows rows that come to match and cease to', () => {
    const made = view([row('1', 'one'), row('2', 'two')]);
    made.setFilter('o');
    made.update([row('1', 'uno'), row('2', 'deux'), row('3', 'tres')], []);
    expect(keys(made)).to.equal('1');
    made.update([row('3', 'trois')], ['1']);
    expect(keys(made)).to.equal('3');
    expect(made.total).to.equal(2);
  });

  it('looks at the text of a row once', () => {
    let looked = 0;
    const made = new RowView<Row>({
      key: ({ key }) => key,
      sortKeys,
      text: ({ name }) => {
        looked += 1;
        return name;
      },
    });
    made.reset([row('a'), row('b'), row('c')]);
    expect(looked).to.equal(0);
    for (const filter of ['a', 'ab', '', 'c']) made.setFilter(filter);
    made.setSort(parseSort('-size'));
    made.setSort(parseSort('name'));
    expect(looked).to.equal(3);
  });
});

describe('row view: updates', () => {
  it('adds, changes, removes', () => {
    const made = view([row('a', 'm'), row('b', 'n')]);
    made.update([row('c', 'a'), row('b', 'b')], ['a', 'nobody']);
    expect(keys(made)).to.equal('c b');
    expect(made.total).to.equal(2);
  });

  it('takes the last of several of one key, and a row that is removed and there again as there', () => {
    const made = view([row('a', 'm')]);
    made.update([row('b', 'x'), row('b', 'c')], []);
    made.update([row('a', 'd')], ['a']);
    expect(made.rows.map(({ name }) => name)).to.deep.equal(['c', 'd']);
    expect(made.total).to.equal(2);
  });

  it('comes to what building it anew comes to', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = random(seed);
      const truth = new Map<string, Row>();
      const made = view();
      const share = chance.pick([0.02, 0.3, 2]);
      let filter = '';
      for (let step = 0; step < 15; step += 1) {
        if (chance.chance(0.3)) made.setSort(parseSort(chance.pick(['name', '-name', 'size', '-size'])));
        if (chance.chance(0.3)) filter = chance.pick(['', '1', '2 3', 'x', '0 1']);
        made.setFilter(filter);
        const { upserted, removed } = someChange(chance, truth, Math.ceil(60 * share));
        made.update(upserted, removed);
        const anew = view([...truth.values()], formatSort(made.sort));
        anew.setFilter(filter);
        expect(made.rows, `seed ${seed}, step ${step}`).to.deep.equal(anew.rows);
        expect(made.total).to.equal(truth.size);
      }
    }
  });

  it('looks at few of 50,000 rows when few change', () => {
    for (const sort of ['name', '-size']) {
      const { made, compared } = counted(50_000, sort);
      const before = compared();
      // A burst of 1,000, moving and staying, and then one alone.
      made.update(
        Array.from({ length: 1_000 }, (_, index) => row(`k${index * 37}`, `n${index * 41}`, index)),
        [],
      );
      expect(compared() - before).to.be.below(80_000);
      const between = compared();
      made.update([row('k7', 'n7', 7)], ['k8']);
      expect(compared() - between).to.be.below(150);
      expect(made.rows).to.have.length(49_999);
    }
  });

  it('compares nothing to filter', () => {
    const { made, compared } = counted(50_000, 'name');
    const before = compared();
    made.setFilter('n1');
    made.setFilter('');
    expect(made.rows).to.have.length(50_000);
    expect(compared()).to.equal(before);
  });

  it('compares each row about once when many change', () => {
    const { made, compared } = counted(50_000, 'name');
    const before = compared();
    made.update(
      Array.from({ length: 10_000 }, (_, index) => row(`k${index * 5}`, `n${index * 5}`, 1)),
      [],
    );
    expect(compared() - before).to.be.below(400_000);
  });
});

/** A view whose sort keys count how often they are compared. */
function counted(count: number, sort: string): { made: RowView<Row>; compared: () => number } {
  let compared = 0;
  class Counted {
    constructor(private readonly value: SortKey) {}
    [Symbol.toPrimitive](): SortKey {
      compared += 1;
      return this.value;
    }
  }
  const counting = (key: (row: Row) => SortKey) => (row: Row) => new Counted(key(row)) as unknown as SortKey;
  const made = new RowView<Row>({
    key: ({ key }) => key,
    sortKeys: { name: counting(sortKeys.name), size: counting((row) => row.size ?? 0) },
    text: ({ name }) => name,
  });
  made.setSort(parseSort(sort));
  made.reset(Array.from({ length: count }, (_, index) => row(`k${index}`, `n${(index * 7_919) % count}`, index)));
  expect(made.rows).to.have.length(count);
  // Both sides are looked at, and once more when the first is not the smaller one.
  return { made, compared: () => compared / 3 };
}

function someChange(chance: Random, truth: Map<string, Row>, most: number): { upserted: Row[]; removed: string[] } {
  const upserted: Row[] = [];
  const removed: string[] = [];
  for (let count = chance.below(most); count > 0; count -= 1) {
    const key = `k${chance.below(60)}`;
    if (chance.chance(0.3)) removed.push(key);
    else upserted.push(row(key, `n${chance.below(30)}`, chance.chance(0.3) ? undefined : chance.below(5)));
  }
  for (const key of removed) truth.delete(key);
  for (const one of upserted) truth.set(one.key, one);
  return { upserted, removed };
}
