import { expect } from 'chai';
import { nextRun, parseSchedule } from '../../../src/model/schedule.js';
import { scheduleWords } from '../../../src/elements/parts/schedule-words.js';
import { formatsOf } from '../../../src/locales/formats.js';
import { en } from '../../../src/locales/en/index.js';

/** A Thursday. */
const NOW = Date.parse('2026-08-20T12:00:00Z');

function next(text: string, from = NOW): string | undefined {
  const schedule = parseSchedule(text);
  if (!schedule) throw new Error(`${text} cannot be read`);
  const at = nextRun(schedule, from);
  return at === undefined ? undefined : new Date(at).toISOString().replace(':00.000Z', 'Z');
}

describe('nextRun', () => {
  const cases: [string, string][] = [
    ['*/30 * * * *', '2026-08-20T12:30Z'],
    ['*/5 * * * *', '2026-08-20T12:05Z'],
    ['* * * * *', '2026-08-20T12:01Z'],
    ['0 12 * * *', '2026-08-21T12:00Z'],
    ['0 2 * * *', '2026-08-21T02:00Z'],
    ['15 0 * * *', '2026-08-21T00:15Z'],
    ['0 */6 * * *', '2026-08-20T18:00Z'],
    ['0 */6 * * 1-5', '2026-08-20T18:00Z'],
    ['0 22 * * SUN,WED', '2026-08-23T22:00Z'],
    ['0 3 * * 0', '2026-08-23T03:00Z'],
    ['0 9 * * mon-fri', '2026-08-21T09:00Z'],
    ['0 0 1 * *', '2026-09-01T00:00Z'],
    ['0 0 31 * *', '2026-08-31T00:00Z'],
    ['0 0 31 9-11 *', '2026-10-31T00:00Z'],
    ['0 0 1 JAN ?', '2027-01-01T00:00Z'],
    ['0 0 29 2 *', '2028-02-29T00:00Z'],
    // Both restricted: either will do. Monday the 24th comes before the 1st.
    ['0 0 1 * 1', '2026-08-24T00:00Z'],
    // A star with a step restricts, as robfig has it: odd days, or Mondays.
    ['0 0 */2 * 1', '2026-08-21T00:00Z'],
    ['50/4 * * * *', '2026-08-20T12:50Z'],
    ['10-20/5,40 * * * *', '2026-08-20T12:10Z'],
    ['@hourly', '2026-08-20T13:00Z'],
    ['@daily', '2026-08-21T00:00Z'],
    ['@midnight', '2026-08-21T00:00Z'],
    ['@weekly', '2026-08-23T00:00Z'],
    ['@monthly', '2026-09-01T00:00Z'],
    ['@yearly', '2027-01-01T00:00Z'],
    ['  0   2  *  * * ', '2026-08-21T02:00Z'],
    ['CRON_TZ=Asia/Kolkata 0 2 * * *', '2026-08-20T20:30Z'],
    ['TZ=Europe/Berlin 30 14 * * *', '2026-08-20T12:30Z'],
    ['TZ=America/New_York 0 8 * * *', '2026-08-21T12:00Z'],
  ];
  for (const [text, expected] of cases) it(`finds that of ${text}`, () => expect(next(text)).to.equal(expected));

  it('keeps to the clocks of the zone over the ends of summer time', () => {
    const winter = Date.parse('2026-10-24T12:00:00Z');
    expect(next('TZ=Europe/Berlin 0 12 * * *', winter)).to.equal('2026-10-25T11:00Z');
    // 02:30 does not exist on the night in which the clocks go forward.
    const spring = Date.parse('2026-03-28T12:00:00Z');
    expect(next('TZ=Europe/Berlin 30 2 * * *', spring)).to.equal('2026-03-30T00:30Z');
  });

  it('is after the moment, never at it, whatever the seconds', () => {
    expect(next('0 12 * * *', NOW - 1)).to.equal('2026-08-20T12:00Z');
    expect(next('*/5 * * * *', NOW + 299_999)).to.equal('2026-08-20T12:05Z');
    expect(next('TZ=Asia/Tokyo */5 * * * *', NOW + 299_999)).to.equal('2026-08-20T12:05Z');
  });

  it('tells none of what never comes, and of what is counted from the last run', () => {
    expect(next('0 0 30 2 *')).to.equal(undefined);
    expect(next('@every 1h30m')).to.equal(undefined);
  });
});

describe('parseSchedule', () => {
  const refused = [
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    // Sunday is 0 for Kubernetes; 7 is refused.
    '* * * * 7',
    '5-1 * * * *',
    '*/0 * * * *',
    '*-5 * * * *',
    'a * * * *',
    '1, * * * *',
    '@reboot',
    '@every soon',
    'TZ=Mars/Olympus 0 0 * * *',
    '0 0 L * *',
  ];
  for (const text of refused)
    it(`does not read ${JSON.stringify(text)}`, () => expect(parseSchedule(text)).to.equal(undefined));
});

describe('scheduleWords', () => {
  const cases: [string, string][] = [
    ['* * * * *', 'Every minute (UTC)'],
    ['*/5 * * * *', 'Every 5 minutes (UTC)'],
    ['*/30 * * * *', 'Every 30 minutes (UTC)'],
    ['@hourly', 'Every hour (UTC)'],
    ['15 * * * *', 'At minute 15 of every hour (UTC)'],
    // Not every 40 minutes: it starts anew each hour.
    ['*/40 * * * *', 'At minute 0 and 40 of every hour (UTC)'],
    ['0 */6 * * *', 'Every 6 hours (UTC)'],
    ['0 */6 * * 1-5', 'Every 6 hours on Monday to Friday (UTC)'],
    ['0 2 * * *', 'Every day at 02:00 (UTC)'],
    ['0 2,14 * * *', 'Every day at 02:00 and 14:00 (UTC)'],
    ['0 22 * * SUN,WED', 'At 22:00 on Sunday and Wednesday (UTC)'],
    ['@weekly', 'At 00:00 on Sunday (UTC)'],
    ['@monthly', 'At 00:00 on day 1 of the month (UTC)'],
    ['@yearly', 'At 00:00 on day 1 of the month in January (UTC)'],
    ['30 4 * 3,6-8 *', 'Every day at 04:30 in March and June to August (UTC)'],
    ['0 0 1,15 * 1', 'At 00:00 on day 1 and 15 of the month or on Monday (UTC)'],
    ['*/10 8-17 * * *', 'Every 10 minutes of hour 8 to 17 (UTC)'],
    ['5,25 8-17 * * 1-5', 'At minute 5 and 25 of hour 8 to 17 on Monday to Friday (UTC)'],
    ['TZ=Europe/Berlin 0 2 * * *', 'Every day at 02:00 (Europe/Berlin)'],
    ['@every 1h30m', 'Every 1h30m'],
  ];
  for (const [text, expected] of cases)
    it(`reads ${text} out`, () =>
      expect(scheduleWords(parseSchedule(text)!, en, formatsOf('en', 'en'))).to.equal(expected));
});
