import { expect } from 'chai';
import { formatAge, msUntilAgeChanges, parseTime } from '../../../src/model/age.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const START = Date.parse('2026-01-01T00:00:00Z');

const ageAfter = (ms: number) => formatAge(START, START + ms);

describe('formatAge', () => {
  // The cases of k8s.io/apimachinery's own test, and both sides of every band.
  const cases: [number, string][] = [
    [0, '0s'],
    [999, '0s'],
    [SECOND, '1s'],
    [70 * SECOND, '70s'],
    [2 * MINUTE - 1, '119s'],
    [2 * MINUTE, '2m'],
    [2 * MINUTE + SECOND, '2m1s'],
    [4 * MINUTE + 12 * SECOND, '4m12s'],
    [10 * MINUTE - 1, '9m59s'],
    [10 * MINUTE, '10m'],
    [10 * MINUTE + 5 * SECOND, '10m'],
    [118 * MINUTE, '118m'],
    [3 * HOUR - 1, '179m'],
    [3 * HOUR, '3h'],
    [3 * HOUR + MINUTE, '3h1m'],
    [5 * HOUR + 20 * MINUTE + 59 * SECOND, '5h20m'],
    [8 * HOUR - 1, '7h59m'],
    [8 * HOUR, '8h'],
    [20 * HOUR + 30 * MINUTE, '20h'],
    [2 * DAY - 1, '47h'],
    [2 * DAY, '2d'],
    [2 * DAY + HOUR, '2d1h'],
    [2 * DAY + 3 * HOUR, '2d3h'],
    [8 * DAY - 1, '7d23h'],
    [8 * DAY, '8d'],
    [290 * DAY + 23 * HOUR, '290d'],
    [2 * YEAR - 1, '729d'],
    [2 * YEAR, '2y'],
    [2 * YEAR + 23 * HOUR, '2y'],
    [2 * YEAR + DAY, '2y1d'],
    [3 * YEAR + 40 * DAY, '3y40d'],
    [8 * YEAR - 1, '7y364d'],
    [8 * YEAR, '8y'],
    [9 * YEAR + 364 * DAY, '9y'],
    [-1, '0s'],
    [-3 * DAY, '0s'],
  ];
  for (const [ms, text] of cases) {
    it(`${ms} ms is ${text}`, () => {
      expect(ageAfter(ms)).to.equal(text);
    });
  }
});

describe('msUntilAgeChanges', () => {
  // prettier-ignore
  const ages = [
    -90 * SECOND, -1, 0, 1, 999, SECOND, 119 * SECOND, 2 * MINUTE - 1, 2 * MINUTE, 9 * MINUTE + 59_500, 10 * MINUTE,
    10 * MINUTE + 1, 3 * HOUR - 1, 3 * HOUR, 7 * HOUR + 59.5 * MINUTE, 8 * HOUR, 30 * HOUR + 1, 2 * DAY - 1, 2 * DAY,
    8 * DAY - 1, 8 * DAY, 100.5 * DAY, 2 * YEAR - 1, 2 * YEAR, 5 * YEAR + 1, 8 * YEAR - 1, 8 * YEAR, 9.5 * YEAR,
  ];
  for (const age of ages) {
    it(`is exact at ${age} ms`, () => {
      const wait = msUntilAgeChanges(START, START + age);
      expect(wait).to.be.greaterThan(0);
      expect(ageAfter(age + wait - 1)).to.equal(ageAfter(age));
      expect(ageAfter(age + wait)).to.not.equal(ageAfter(age));
    });
  }
});

describe('parseTime', () => {
  const cases: [string, number][] = [
    ['2026-08-20T12:00:00Z', Date.UTC(2026, 7, 20, 12)],
    ['2026-08-20T12:00:00.250Z', Date.UTC(2026, 7, 20, 12, 0, 0, 250)],
    ['2026-08-20T12:00:00.250999Z', Date.UTC(2026, 7, 20, 12, 0, 0, 250)],
    ['2026-08-20T14:00:00+02:00', Date.UTC(2026, 7, 20, 12)],
  ];
  for (const [text, time] of cases) {
    it(`reads ${text}`, () => {
      expect(parseTime(text)).to.equal(time);
    });
  }

  for (const text of [
    undefined,
    null,
    '',
    'yesterday',
    '2026-08-20',
    '2026-08-20T12:00:00',
    '2026-13-20T12:00:00Z',
    '1m18.204s',
  ]) {
    it(`does not take ${JSON.stringify(text)} for a time`, () => {
      expect(parseTime(text)).to.equal(undefined);
    });
  }
});
