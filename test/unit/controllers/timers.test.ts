import { expect } from 'chai';
import { AgeClock } from '../../../src/controllers/age-clock.js';
import { StaleTimer } from '../../../src/controllers/stale-timer.js';
import { FakeClock } from './fake-clock.js';
import { FakeHost } from './fake-host.js';

let clock: FakeClock;

function useFakeClock(): void {
  beforeEach(() => {
    clock = new FakeClock();
    clock.install();
  });
  afterEach(() => clock.uninstall());
}

describe('stale timer', () => {
  useFakeClock();

  function timed() {
    const host = new FakeHost();
    const state: { since: number | undefined } = { since: undefined };
    new StaleTimer(host, () => state.since);
    return { host, state };
  }

  it('asks for one update, five seconds after it began', () => {
    const { host, state } = timed();
    host.update();
    expect(clock.pending).to.equal(0);
    state.since = clock.now;
    host.update();
    clock.pass(3_000);
    host.update();
    clock.pass(1_999);
    expect(host.requests).to.equal(0);
    clock.pass(1);
    expect(host.requests).to.equal(1);
    for (let minute = 0; minute < 60; minute += 1) {
      host.update();
      clock.pass(60_000);
    }
    expect(host.requests).to.equal(1);
  });

  it('waits anew for another beginning', () => {
    const { host, state } = timed();
    state.since = 1;
    host.update();
    clock.pass(4_000);
    state.since = 2;
    host.update();
    clock.pass(4_000);
    expect(host.requests).to.equal(0);
    clock.pass(1_000);
    expect(host.requests).to.equal(1);
  });

  it('asks for none when it was over before, or the host has gone', () => {
    const { host, state } = timed();
    state.since = 1;
    host.update();
    state.since = undefined;
    host.update();
    expect(clock.pending).to.equal(0);
    state.since = 1;
    host.update();
    host.disconnect();
    expect(clock.pending).to.equal(0);
    host.update();
    clock.pass(5_000);
    expect(host.requests).to.equal(1);
    host.disconnect();
  });
});

describe('age clock', () => {
  useFakeClock();

  function aged(ages: (number | undefined)[]) {
    const host = new FakeHost();
    const times = ages.map((age) => (age === undefined ? undefined : clock.now - age));
    new AgeClock(host, () => ({ times, now: clock.now }));
    return { host, times };
  }

  it('asks for an update when the text of the first age changes, and not before', () => {
    const { host } = aged([3_600_000, 30_500, undefined, 86_400_000]);
    host.update();
    clock.pass(499);
    expect(host.requests).to.equal(0);
    clock.pass(1);
    expect(host.requests).to.equal(1);
    clock.pass(10_000);
    expect(host.requests).to.equal(1);
    host.update();
    clock.pass(1_000);
    expect(host.requests).to.equal(2);
    host.disconnect();
  });

  it('serves every host with one timer', () => {
    const made = [aged([100]), aged([200]), aged([300_000])];
    for (const { host } of made) host.update();
    expect(clock.pending).to.equal(1);
    clock.pass(800);
    expect(made.map(({ host }) => host.requests)).to.deep.equal([0, 1, 0]);
    clock.pass(100);
    expect(made.map(({ host }) => host.requests)).to.deep.equal([1, 1, 0]);
    for (const { host } of made) host.disconnect();
    expect(clock.pending).to.equal(0);
  });

  it('asks for none where there are no ages', () => {
    const { host, times } = aged([1_000]);
    host.update();
    times.length = 0;
    host.update();
    expect(clock.pending).to.equal(0);
    host.disconnect();
  });

  it('notices within a minute that a laptop slept', () => {
    const { host } = aged([20 * 3_600_000 + 60_000]);
    host.update();
    clock.sleep(8 * 3_600_000);
    expect(host.requests).to.equal(0);
    clock.pass(60_000);
    expect(host.requests).to.equal(1);
    host.disconnect();
  });

  it('sleeps for no longer than a minute, and wakes nobody for that', () => {
    const { host } = aged([400 * 86_400_000]);
    host.update();
    clock.pass(3_600_000);
    expect(host.requests).to.equal(0);
    expect(clock.pending).to.equal(1);
    host.disconnect();
  });
});
