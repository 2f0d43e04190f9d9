import { expect } from 'chai';
import { Backoff } from '../../../src/data-source/live/backoff.js';
import { browserPage } from '../../../src/data-source/live/browser-page.js';
import { withDeadline } from '../../../src/data-source/live/deadline.js';
import { defaultEnvironment } from '../../../src/data-source/live/index.js';
import { Limiter } from '../../../src/data-source/live/limiter.js';
import { ObjectIndex } from '../../../src/data-source/live/objects.js';
import { Pause } from '../../../src/data-source/live/pause.js';
import { Streams, streamsOf } from '../../../src/data-source/live/streams.js';
import type { KubernetesObject } from '../../../src/model/types.js';
import { LiveTime, namesOf, world } from './live-helpers.js';
import { errorOf, settled } from './memory-helpers.js';

describe('live: back-off', () => {
  it('doubles up to half a minute, and draws the wait from all of it', () => {
    const time = new LiveTime();
    time.chance = () => 0.999_999_9;
    const backoff = new Backoff(time);
    const waits = Array.from({ length: 8 }, () => Math.round(backoff.next()));
    expect(waits).to.deep.equal([800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
    time.chance = () => 0;
    expect(backoff.next()).to.equal(0);
    time.chance = () => 0.5;
    expect(backoff.next()).to.equal(15_000);
  });

  it('never waits less than it was told to', () => {
    const time = new LiveTime();
    const backoff = new Backoff(time);
    for (const chance of [0, 0.5, 0.999]) {
      time.chance = () => chance;
      expect(backoff.next(20_000)).to.be.within(20_000, 23_000);
    }
    expect(new Backoff(time).next(0)).to.be.above(0);
  });

  it('begins again after two minutes without trouble', async () => {
    const time = new LiveTime();
    const backoff = new Backoff(time);
    for (let turn = 0; turn < 10; turn += 1) backoff.next();
    await time.pass(120_000);
    expect(backoff.next()).to.equal(15_000);
    await time.pass(120_001);
    expect(backoff.next()).to.equal(400);
  });

  it('may let the first of a series pass', async () => {
    const time = new LiveTime();
    const backoff = new Backoff(time);
    expect([0, 0, 0].map(() => backoff.nextButFirst())).to.deep.equal([0, 800, 1_600]);
    await time.pass(120_001);
    expect(backoff.nextButFirst()).to.equal(0);
  });
});

describe('live: pause', () => {
  const over = async (promise: Promise<void>): Promise<boolean> => {
    let ended = false;
    void promise.then(() => (ended = true));
    await settled();
    return ended;
  };

  it('ends by time, by hand, by the signal, and leaves no timer', async () => {
    const time = new LiveTime();
    const pause = new Pause(time);
    const { signal } = new AbortController();
    const first = pause.for(1_000, signal);
    await time.pass(999);
    expect(await over(first)).to.equal(false);
    await time.pass(1);
    expect(await over(first)).to.equal(true);
    const second = pause.for(1_000, signal);
    pause.end();
    pause.end();
    expect(await over(second)).to.equal(true);
    const abort = new AbortController();
    const third = pause.for(1_000, abort.signal);
    abort.abort();
    expect(await over(third)).to.equal(true);
    expect(await over(pause.for(1_000, abort.signal))).to.equal(true);
    expect(time.pending).to.equal(0);
  });

  it('can last until it is ended', async () => {
    const time = new LiveTime();
    const pause = new Pause(time);
    const endless = pause.for(Infinity, new AbortController().signal);
    expect(time.pending).to.equal(0);
    expect(await over(endless)).to.equal(false);
    pause.end();
    expect(await over(endless)).to.equal(true);
  });
});

describe('live: limiter', () => {
  it('never has more than its limit running, though one comes as another ends', async () => {
    // In one of these moments a place is being handed on.
    for (let moments = 0; moments < 12; moments += 1) {
      const limiter = new Limiter(1);
      let running = 0;
      let most = 0;
      const ends: (() => void)[] = [];
      const job = async (): Promise<void> => {
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
      };
      const jobs = [limiter.run(job), limiter.run(job)];
      await settled();
      ends.shift()!();
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      jobs.push(limiter.run(job));
      for (await settled(); ends.length > 0; await settled()) ends.shift()!();
      await Promise.all(jobs);
      expect(most).to.equal(1);
    }
  });

  it('goes on after a job that failed', async () => {
    const limiter = new Limiter(1);
    const failed = limiter.run(() => Promise.reject(new Error('no')));
    const next = limiter.run(() => Promise.resolve('yes'));
    expect(await failed.catch((error: Error) => error.message)).to.equal('no');
    expect(await next).to.equal('yes');
  });
});

describe('live: streams', () => {
  it('has four places for each source, and each is taken and given once', () => {
    const streams = new Streams();
    const places = Array.from({ length: 5 }, () => streams.place());
    expect(places.map((place) => place.take())).to.deep.equal([true, true, true, true, false]);
    expect(places[0]!.take()).to.equal(true);
    let told = 0;
    const stop = streams.onFree(() => (told += 1));
    places[4]!.give();
    expect(told).to.equal(0);
    places[0]!.give();
    places[0]!.give();
    expect(told).to.equal(1);
    expect([places[4]!.take(), places[0]!.take()]).to.deep.equal([true, false]);
    stop();
    places[4]!.give();
    expect(told).to.equal(1);
    const { source } = world();
    expect(streamsOf(source)).to.equal(streamsOf(source));
    expect(streamsOf(source)).not.to.equal(streamsOf(world().source));
  });
});

describe('live: deadline', () => {
  const never = (): Promise<never> => new Promise(() => {});

  it('gives up on an answer, and aborts the request', async () => {
    const time = new LiveTime();
    let inner: AbortSignal | undefined;
    const late = withDeadline(time, new AbortController().signal, (signal) => {
      inner = signal;
      return never();
    });
    const error = errorOf(late);
    await time.pass(150_000);
    expect((await error).code).to.equal('timeout');
    expect(inner?.aborted).to.equal(true);
  });

  it('does not wait for one who ignores the signal', async () => {
    const time = new LiveTime();
    const abort = new AbortController();
    const error = errorOf(withDeadline(time, abort.signal, never));
    abort.abort();
    expect((await error).code).to.equal('aborted');
    expect(time.pending).to.equal(0);
    let asked = false;
    const unasked = withDeadline(time, abort.signal, async () => (asked = true));
    expect((await errorOf(unasked)).code).to.equal('aborted');
    expect(asked).to.equal(false);
  });
});

describe('live: index of objects', () => {
  const named = (name: string, uid: string, resourceVersion = '1'): KubernetesObject => ({
    metadata: { namespace: 'n', name, uid, resourceVersion },
  });

  it('tells what has changed since it was asked, once', () => {
    const index = new ObjectIndex();
    index.upsert(named('a', '1'));
    index.upsert(named('b', '2'));
    index.remove(named('b', '2'));
    const { upserted, removed } = index.takeChanges();
    expect([namesOf(upserted), namesOf(removed)]).to.deep.equal([['n/a'], ['n/b']]);
    expect(index.takeChanges()).to.deep.equal({ upserted: [], removed: [] });
    index.remove(named('a', '1'));
    index.upsert(named('a', '1', '2'));
    expect(index.takeChanges()).to.deep.equal({ upserted: [named('a', '1', '2')], removed: [] });
  });

  it('begins again when everything is forgotten, whether somebody has looked or not', () => {
    for (const looks of [true, false]) {
      const index = new ObjectIndex();
      index.page([named('a', '1')]);
      if (looks) index.takeChanges();
      index.upsert(named('b', '2'));
      index.clear();
      expect(index.takeChanges(), String(looks)).to.deep.equal({ upserted: [], removed: [] });
      index.clear();
      index.page([named('c', '3')]);
      expect(index.takeChanges(), String(looks)).to.deep.equal({ upserted: [named('c', '3')], removed: [] });
      expect([...index.byId.keys()]).to.deep.equal(['3']);
    }
  });

  it('does not let a late deletion of the old take the new of the same name', () => {
    const index = new ObjectIndex();
    index.upsert(named('a', 'old'));
    index.upsert(named('a', 'new'));
    index.remove(named('a', 'old'));
    expect(index.find('n', 'a')?.metadata?.uid).to.equal('new');
    expect([...index.byId.keys()]).to.deep.equal(['new']);
  });

  it('lets the new take the place of the old of the same name, however the old came', () => {
    for (const fill of ['page', 'replace'] as const) {
      const index = new ObjectIndex();
      index[fill]([named('a', 'old'), named('b', '2')]);
      index.page([named('c', '3')]);
      index.takeChanges();
      index.upsert(named('a', 'new'));
      index.page([named('b', 'other')]);
      expect([...index.byId.keys()].sort(), fill).to.deep.equal(['3', 'new', 'other']);
      expect(index.find('n', 'b')?.metadata?.uid).to.equal('other');
      const { removed } = index.takeChanges();
      expect(removed.map(({ metadata }) => metadata?.uid).sort()).to.deep.equal(['2', 'old']);
      index.replace([named('a', 'third'), named('c', '3')]);
      expect([...index.byId.keys()].sort()).to.deep.equal(['3', 'third']);
      expect(index.find('n', 'a')?.metadata?.uid).to.equal('third');
    }
  });

  it('lets nothing of an earlier list stand beside what a later one has under its name', () => {
    const index = new ObjectIndex();
    index.page([named('a', 'old')]);
    index.replace([named('a', 'old'), named('b', '2')]);
    // A retry: its first page comes, and another is still to come.
    index.page([named('a', 'new')]);
    expect([...index.byId.keys()].sort()).to.deep.equal(['2', 'new']);
  });

  it('compares versions as text', () => {
    const index = new ObjectIndex();
    index.upsert(named('a', '1', '10'));
    index.upsert(named('a', '1', '9'));
    expect(index.find('n', 'a')?.metadata?.resourceVersion).to.equal('9');
  });
});

describe('live: the page', () => {
  class FakeScope {
    readonly document = { hidden: false };
    readonly heard = new Map<string, Set<() => void>>();
    addEventListener = (type: string, listener: () => void): void => {
      this.heard.set(type, (this.heard.get(type) ?? new Set()).add(listener));
    };
    removeEventListener = (type: string, listener: () => void): void => void this.heard.get(type)?.delete(listener);
    fire(type: string): void {
      for (const listener of this.heard.get(type) ?? []) listener();
    }
  }

  it('wakes when it is shown, comes back, or is on the network again', () => {
    const scope = new FakeScope();
    const page = browserPage(scope)!;
    let woken = 0;
    const stop = page.onWake(() => (woken += 1));
    for (const type of ['online', 'pageshow', 'visibilitychange', 'click']) scope.fire(type);
    expect(woken).to.equal(3);
    expect(page.hidden()).to.equal(false);
    scope.document.hidden = true;
    scope.fire('visibilitychange');
    expect(woken).to.equal(3);
    expect(page.hidden()).to.equal(true);
    scope.document.hidden = false;
    stop();
    scope.fire('online');
    expect(woken).to.equal(3);
    expect([...scope.heard.values()].every(({ size }) => size === 0)).to.equal(true);
  });

  it('is absent where there are no events, and not hidden where there is no document', () => {
    expect(browserPage({})).to.equal(undefined);
    const { addEventListener, removeEventListener } = new FakeScope();
    expect(browserPage({ addEventListener, removeEventListener })!.hidden()).to.equal(false);
  });

  it('is part of the platform’s environment in a browser, and of no other', () => {
    const isBrowser = 'document' in globalThis;
    expect(defaultEnvironment.page !== undefined).to.equal(isBrowser);
    expect(defaultEnvironment.now()).to.be.closeTo(Date.now(), 1_000);
    expect(defaultEnvironment.random()).to.be.within(0, 1);
    let woken = 0;
    const stop = defaultEnvironment.page?.onWake(() => (woken += 1));
    if (isBrowser) globalThis.dispatchEvent(new Event('online'));
    stop?.();
    if (isBrowser) globalThis.dispatchEvent(new Event('online'));
    expect(woken).to.be.at.most(1);
  });
});
