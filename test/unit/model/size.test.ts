import { expect } from 'chai';
import { formatSize, parseSize, sumSizes } from '../../../src/model/size.js';

const KIB = 1024;
const MIB = KIB ** 2;
const GIB = KIB ** 3;
const TIB = KIB ** 4;

describe('parseSize', () => {
  const cases: [string, number][] = [
    ['0 B', 0],
    ['809 B', 809],
    ['1024 B', 1024],
    ['1.056 KiB', 1081],
    ['1024.000 KiB', MIB],
    ['12.222 MiB', Math.floor((12222 * MIB) / 1000)],
    ['43.367 GiB', Math.floor((43367 * GIB) / 1000)],
    ['1.731 TiB', Math.floor((1731 * TIB) / 1000)],
    ['5120.000 TiB', 5 * KIB ** 5],
    ['5 PiB', 5 * KIB ** 5],
    ['1 EiB', KIB ** 6],
    ['1 kB', 1000],
    ['1.001 kB', 1001],
    ['2.5 MB', 2_500_000],
    ['3 GB', 3e9],
    ['4 TB', 4e12],
    ['  7.5MiB ', 7.5 * MIB],
  ];
  for (const [text, bytes] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(parseSize(text)).to.equal(bytes);
    });
  }

  for (const text of [
    undefined,
    null,
    '',
    ' ',
    '12',
    '1Gi',
    '500m',
    '-1 B',
    '1,5 MiB',
    '.5 MiB',
    '1. MiB',
    'MiB',
    '1 mib',
    '1e3 B',
    '1 XiB',
    '1 B B',
  ]) {
    it(`does not know ${JSON.stringify(text)}`, () => {
      expect(parseSize(text)).to.equal(undefined);
    });
  }

  it('sorts by bytes, not by text', () => {
    expect(parseSize('9.000 MiB')).to.be.lessThan(parseSize('10.000 MiB')!);
    expect(parseSize('1024 B')).to.be.lessThan(parseSize('1.001 KiB')!);
  });
});

describe('formatSize', () => {
  const cases: [number, string][] = [
    [0, '0 B'],
    [809, '809 B'],
    [1023, '1023 B'],
    [1024, '1024 B'],
    [1025, '1.001 KiB'],
    // Halves go to the even neighbour, as in Go: 1.0625 down, 1.1875 up.
    [1088, '1.062 KiB'],
    [1216, '1.188 KiB'],
    [MIB, '1024.000 KiB'],
    [MIB + 1, '1.000 MiB'],
    [GIB, '1024.000 MiB'],
    [GIB + 1, '1.000 GiB'],
    [TIB, '1024.000 GiB'],
    [TIB + 1, '1.000 TiB'],
    [2.5 * GIB, '2.500 GiB'],
    [5 * KIB ** 5, '5120.000 TiB'],
  ];
  for (const [bytes, text] of cases) {
    it(`writes ${bytes} as ${text}`, () => {
      expect(formatSize(bytes)).to.equal(text);
    });
  }

  for (const text of [
    '809 B',
    '1024 B',
    '1.056 KiB',
    '1024.000 KiB',
    '12.222 MiB',
    '827.454 MiB',
    '43.367 GiB',
    '967.250 GiB',
    '1.731 TiB',
  ]) {
    it(`gives ${text} back`, () => {
      expect(formatSize(parseSize(text)!)).to.equal(text);
    });
  }
});

describe('sumSizes', () => {
  it('adds bytes over units', () => {
    expect(sumSizes(['1 KiB', '1 B', '1.000 MiB'])).to.deep.equal({ bytes: MIB + KIB + 1, partial: false });
  });

  it('comes near the operator’s own total', () => {
    const { bytes } = sumSizes(['41.318 GiB', '2.048 GiB', '806 B', '664.373 KiB']);
    expect(formatSize(bytes)).to.equal('43.367 GiB');
  });

  it('takes an absent or blank size as nothing stored', () => {
    expect(sumSizes(['12.222 MiB', undefined, null, '', ' '])).to.deep.equal({
      bytes: parseSize('12.222 MiB'),
      partial: false,
    });
  });

  it('says that the sum is partial when a text cannot be read', () => {
    expect(sumSizes(['1 KiB', 'a lot'])).to.deep.equal({ bytes: KIB, partial: true });
  });

  it('of nothing is 0', () => {
    expect(sumSizes([])).to.deep.equal({ bytes: 0, partial: false });
  });
});
