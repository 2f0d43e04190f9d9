import { expect } from 'chai';
import { conditionTimeline } from '../../../src/model/conditions.js';
import type { Condition } from '../../../src/model/types.js';

const condition = (
  type: string,
  status: string,
  lastTransitionTime: string,
  rest: Partial<Condition> = {},
): Condition => ({
  type,
  status: status as Condition['status'],
  lastTransitionTime,
  ...rest,
});
const AT = '2026-08-20T12:00:00Z';
const toneOf = (type: string, status: string, severity?: string) =>
  conditionTimeline([condition(type, status, AT, severity === undefined ? {} : { severity })])[0]!.tone;

describe('conditionTimeline', () => {
  it('puts the latest change first, and what has no readable time last', () => {
    const types = conditionTimeline([
      condition('Never', 'True', 'yesterday'),
      condition('Old', 'True', '2026-01-01T00:00:00Z'),
      condition('New', 'True', '2026-08-20T12:00:00+02:00'),
      condition('Newest', 'True', AT),
    ]).map(({ type }) => type);
    expect(types).to.deep.equal(['Newest', 'New', 'Old', 'Never']);
  });

  const tones: [string, string, string | undefined, string][] = [
    ['BackendInitialized', 'True', undefined, 'success'],
    ['BackendSecretFound', 'False', undefined, 'danger'],
    ['BackendSecretFound', 'False', 'Warning', 'warning'],
    ['BackendInitialized', 'False', 'Info', 'info'],
    ['BackendInitialized', 'Unknown', 'Error', 'neutral'],
    ['BackendInitialized', 'Perhaps', undefined, 'neutral'],
    // Nobody knows whether True is good of this one.
    ['Degraded', 'True', undefined, 'neutral'],
    ['Degraded', 'False', undefined, 'neutral'],
    ['Degraded', 'False', 'Error', 'danger'],
  ];
  for (const [type, status, severity, tone] of tones)
    it(`takes ${type} ${status} ${severity ?? ''} for ${tone}`, () =>
      expect(toneOf(type, status, severity)).to.equal(tone));

  it('keeps the words as they are, and takes empty ones for none', () => {
    const [entry] = conditionTimeline([condition('Odd', 'Perhaps', AT, { reason: '', message: 'x\ny' })]);
    expect(entry).to.include({ type: 'Odd', status: 'Perhaps', reason: undefined, message: 'x\ny' });
    expect(conditionTimeline(undefined)).to.deep.equal([]);
  });
});
