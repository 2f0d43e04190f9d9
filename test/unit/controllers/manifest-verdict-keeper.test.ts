import { expect } from 'chai';
import { VerdictKeeper } from '../../../src/controllers/manifest/verdict-keeper.js';
import { DataSourceError } from '../../../src/data-source/errors.js';
import { objectionOf, type Verdict } from '../../../src/manifest/verdict.js';
import type { KubernetesObject } from '../../../src/model/types.js';
import { FakeClock } from './fake-clock.js';
import { FakeHost } from './fake-host.js';

const ACCEPTED: Verdict = { objections: [], changes: [], warnings: [] };
const of = (name: string): KubernetesObject[] => [{ kind: 'BackupStorage', metadata: { name } }];

describe('the verdict keeper', () => {
  const clock = new FakeClock();
  beforeEach(() => clock.install());
  afterEach(() => clock.uninstall());

  /** A keeper whose server is answered for by hand. */
  function setup() {
    const host = new FakeHost();
    const asked: { name: string | undefined; signal: AbortSignal; answer: (verdict: Verdict) => Promise<void> }[] = [];
    const state = { objects: of('a') as KubernetesObject[] | undefined, shown: true };
    const keeper = new VerdictKeeper(host, {
      objects: () => state.objects,
      isShown: () => state.shown,
      ask: (objects, signal) =>
        new Promise((resolve) => {
          const answer = async (verdict: Verdict) => {
            resolve(verdict);
            for (let turn = 0; turn < 5; turn++) await Promise.resolve();
          };
          asked.push({ name: objects[0]?.metadata?.name, signal, answer });
        }),
    });
    host.connect();
    return { host, asked, state, keeper };
  }

  it('asks once typing has paused, and of several texts about the last', async () => {
    const { asked, state, keeper } = setup();
    for (const name of ['b', 'c', 'd']) {
      state.objects = of(name);
      keeper.expect(600);
      clock.pass(400);
    }
    expect(asked).to.have.length(0);
    clock.pass(200);
    expect(asked.map(({ name }) => name)).to.deep.equal(['d']);
    await asked[0]!.answer(ACCEPTED);
    expect(keeper.verdict).to.equal(ACCEPTED);
    clock.pass(60_000);
    expect(asked).to.have.length(1);
  });

  it('has no verdict any more when the text changes, and hears no late answer', async () => {
    const { asked, keeper } = setup();
    keeper.expect();
    clock.pass(0);
    await asked[0]!.answer(ACCEPTED);
    keeper.expect(600);
    expect(keeper.verdict).to.equal(undefined);
    clock.pass(600);
    expect(asked).to.have.length(2);
    keeper.expect(600);
    expect(asked[1]!.signal.aborted).to.equal(true);
    await asked[1]!.answer(ACCEPTED);
    expect(keeper.verdict).to.equal(undefined);
  });

  it('asks nothing while nobody looks, and as soon as somebody does', () => {
    const { asked, state, keeper } = setup();
    state.shown = false;
    keeper.expect();
    clock.pass(30_000);
    expect(asked).to.have.length(0);
    state.shown = true;
    clock.pass(1_000);
    expect(asked).to.have.length(1);
  });

  it('asks nothing while there is nothing to ask about', () => {
    const { asked, state, keeper } = setup();
    state.objects = undefined;
    keeper.expect();
    clock.pass(5_000);
    expect(asked).to.have.length(0);
    expect(clock.pending).to.equal(0);
  });

  it('stops when its host goes, and asks again when that is back', async () => {
    const { host, asked, keeper } = setup();
    keeper.expect();
    clock.pass(0);
    host.disconnect();
    expect(asked[0]!.signal.aborted).to.equal(true);
    clock.pass(5_000);
    expect(asked).to.have.length(1);
    host.connect();
    clock.pass(0);
    expect(asked).to.have.length(2);
    await asked[1]!.answer(ACCEPTED);
    host.disconnect();
    host.connect();
    clock.pass(5_000);
    expect(asked).to.have.length(2);
  });

  it('is fresh for half a minute, for the same objects, and only when it is good', async () => {
    const { asked, keeper } = setup();
    expect(keeper.isFresh(of('a'))).to.equal(false);
    keeper.expect();
    clock.pass(0);
    await asked[0]!.answer(ACCEPTED);
    expect(keeper.isFresh(of('a'))).to.equal(true);
    expect(keeper.isFresh(of('b'))).to.equal(false);
    clock.pass(30_000);
    expect(keeper.isFresh(of('a'))).to.equal(false);
    keeper.expect();
    clock.pass(0);
    const objections = [objectionOf('storage', new DataSourceError('invalid', 'no'))];
    await asked[1]!.answer({ ...ACCEPTED, objections });
    expect(keeper.isFresh(of('a'))).to.equal(false);
  });
});
