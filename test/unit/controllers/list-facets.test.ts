import { expect } from 'chai';
import { Facets } from '../../../src/controllers/list/facets.js';
import { sortedProviders, sortedStatuses } from '../../../src/controllers/list/storage-facets.js';
import { parseSort, RowView } from '../../../src/controllers/row-view.js';
import { random } from '../../fixtures/random.js';

interface Row {
  key: string;
  name: string;
  tags: readonly string[];
}

const row = (key: string, tags: readonly string[] = [], name = key): Row => ({ key, name, tags });

function view(rows: readonly Row[] = []): RowView<Row> {
  const made = new RowView<Row>({
    key: ({ key }) => key,
    sortKeys: { name: ({ name }) => name },
    text: ({ name }) => name,
    facets: { tag: ({ tags }) => tags, initial: ({ name }) => name[0] },
  });
  made.setSort(parseSort('name'));
  made.reset(rows);
  return made;
}

const keys = ({ rows }: RowView<Row>): string => rows.map(({ key }) => key).join(' ');
const counts = (made: RowView<Row>, facet = 'tag'): string =>
  made
    .facetCounts(facet)
    .map(({ value, total, matching }) => `${value} ${matching}/${total}`)
    .sort()
    .join(', ');

describe('list facets', () => {
  const rows = [row('a', ['x']), row('b', ['x', 'y']), row('c', ['y']), row('d')];

  it('show rows with any chosen value of every facet', () => {
    const made = view(rows);
    made.setFacets({ tag: ['x', 'y'] });
    expect(keys(made)).to.equal('a b c');
    made.setFacets({ tag: ['y'], initial: ['b', 'd'] });
    expect(keys(made)).to.equal('b');
    made.setFacets({ tag: [], nobody: ['knows'] });
    expect(keys(made)).to.equal('a b c d');
  });

  it('count all rows and those that the text leaves, whatever is chosen', () => {
    const made = view(rows);
    expect(counts(made)).to.equal('x 2/2, y 2/2');
    made.setFacets({ tag: ['x'] });
    expect(counts(made)).to.equal('x 2/2, y 2/2');
    made.setFilter('b');
    expect(counts(made)).to.equal('x 1/2, y 1/2');
    made.update([row('b', ['z']), row('e', ['x'], 'bb')], ['a']);
    expect(counts(made)).to.equal('x 1/1, y 0/1, z 1/1');
    expect(keys(made)).to.equal('e');
  });

  it('neither count nor show what has no value', () => {
    const made = view([row('a', ['x']), row('nameless', [], '')]);
    expect(counts(made, 'initial')).to.equal('a 1/1');
    expect(counts(made)).to.equal('x 1/1');
    made.setFacets({ initial: ['a'] });
    expect(keys(made)).to.equal('a');
    made.update([], ['nameless']);
    expect(counts(made, 'initial')).to.equal('a 1/1');
  });

  it('come to what counting anew comes to, through any changes', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const chance = random(seed);
      const truth = new Map<string, Row>();
      const made = view();
      for (let step = 0; step < 20; step += 1) {
        const upserted = Array.from({ length: chance.below(8) }, () =>
          row(`k${chance.below(30)}`, [chance.pick(['x', 'y']), chance.pick(['y', 'z'])], `n${chance.below(12)}`),
        );
        const removed = Array.from({ length: chance.below(3) }, () => `k${chance.below(30)}`);
        for (const key of removed) truth.delete(key);
        for (const one of upserted) truth.set(one.key, one);
        made.update(upserted, removed);
        const filter = chance.pick(['', '1', 'n']);
        const chosen = chance.pick([{}, { tag: ['x'] }, { tag: ['z'], initial: ['n'] }]);
        made.setFilter(filter);
        made.setFacets(chosen);
        const anew = view([...truth.values()]);
        anew.setFilter(filter);
        anew.setFacets(chosen);
        expect(counts(made), `seed ${seed}, step ${step}`).to.equal(counts(anew));
        expect(made.rows).to.deep.equal(anew.rows);
        expect(made.count).to.equal(made.rows.length);
        expect(made.slice(1, 3)).to.deep.equal(made.rows.slice(1, 3));
      }
    }
  });

  it('look at no row but the changed ones', () => {
    let looked = 0;
    const facets = new Facets<string>({
      all: (value) => {
        looked += 1;
        return [value];
      },
    });
    for (let index = 0; index < 1_000; index += 1) facets.add(`v${index % 3}`, true);
    looked = 0;
    facets.remove('v1', true);
    facets.add('v2', false);
    expect(facets.counts('all')).to.have.length(3);
    expect(looked).to.equal(2);
  });
});

describe('list facets: order', () => {
  const of = (...values: string[]) => values.map((value) => ({ value, total: 1, matching: 1 }));
  const words = (list: readonly { value: string }[]) => list.map(({ value }) => value);

  it('is the guide’s, then the alphabet; what is chosen is always there', () => {
    expect(words(sortedProviders(of('zfs', 'local', 'b2', 'azure'), ['swift']))).to.deep.equal([
      'azure',
      'local',
      'b2',
      'swift',
      'zfs',
    ]);
    expect(words(sortedStatuses(of('sync-error', 'Odd', 'NotReady', 'Ready', 'Unknown')))).to.deep.equal([
      'Ready',
      'NotReady',
      'Unknown',
      'Odd',
      'sync-error',
    ]);
  });
});
