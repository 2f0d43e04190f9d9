import { expect } from 'chai';
import { partialRepositoryRow } from '../../../src/model/rows.js';
import { sizePlot } from '../../../src/model/size-plot.js';

const rows = (sizes: readonly (string | undefined)[]) =>
  sizes.map((size, at) => partialRepositoryRow({ namespace: 'n', name: `r${at}`, ...(size && { size }) }));

describe('sizePlot', () => {
  it('puts the largest first, with its share of all', () => {
    const { bars, total } = sizePlot(rows(['1.000 MiB', '3.000 MiB']), '4.001 MiB');
    expect(bars.map(({ key, share }) => [key, share])).to.deep.equal([
      ['n/r1', 0.75],
      ['n/r0', 0.25],
    ]);
    expect(total).to.equal('4.001 MiB');
  });

  it('adds up where the operator gave no total, and says when that is not all', () => {
    expect(sizePlot(rows(['1.000 MiB', '3.000 MiB', undefined]), undefined)).to.include({
      total: '4.000 MiB',
      partial: false,
      unsized: 1,
    });
    expect(sizePlot(rows(['1.000 MiB', 'lots']), '')).to.include({ total: '1024.000 KiB', partial: true, unsized: 1 });
    // The operator's own total is whole, whatever we can read.
    expect(sizePlot(rows(['1.000 MiB', 'lots']), '9.000 MiB')).to.include({ total: '9.000 MiB', partial: false });
  });

  it('puts the smallest of many together', () => {
    const { bars } = sizePlot(rows(Array.from({ length: 20 }, (_, at) => `${at + 1} B`)), undefined);
    expect(bars).to.have.lengthOf(9);
    expect(bars.at(-1)).to.include({ key: undefined, count: 12, size: '78 B', bytes: 78 });
    const nine = sizePlot(rows(Array.from({ length: 9 }, () => '1 B')), undefined);
    expect(nine.bars.map(({ count }) => count)).to.deep.equal(Array.from({ length: 9 }, () => 1));
  });

  it('divides nothing by nothing', () => {
    expect(sizePlot(rows(['0 B']), '0 B').bars[0]!.share).to.equal(0);
    expect(sizePlot([], undefined)).to.deep.equal({ bars: [], total: undefined, partial: false, unsized: 0 });
  });
});
