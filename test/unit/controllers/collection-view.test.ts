import { expect } from 'chai';
import { collectionNotices, collectionView, type CollectionView } from '../../../src/controllers/collection-view.js';
import { DataSourceError } from '../../../src/data-source/errors.js';
import type { LiveState, LiveStatus } from '../../../src/data-source/live/index.js';

const status = (state: LiveState, more: Partial<LiveStatus> = {}): LiveStatus => ({
  state,
  complete: true,
  deniedNamespaces: new Map(),
  ...more,
});
const NOW = 1_000_000;

describe('collection view', () => {
  it('tells apart what looks alike: nothing to show', () => {
    const cases: [LiveStatus | undefined, CollectionView][] = [
      [undefined, 'no-source'],
      [status('idle', { complete: false }), 'loading'],
      [status('loading', { complete: false }), 'loading'],
      [status('live'), 'empty'],
      [status('polling'), 'empty'],
      [status('reconnecting'), 'empty'],
      [status('reconnecting', { complete: false }), 'unreachable'],
      [status('denied'), 'forbidden'],
      [status('auth-expired'), 'signed-out'],
      [status('not-installed'), 'not-installed'],
    ];
    for (const [given, expected] of cases) expect(collectionView(given, 0, 0), given?.state).to.equal(expected);
  });

  it('shows rows whatever else there is to say', () => {
    for (const state of ['loading', 'live', 'reconnecting', 'auth-expired'] as const) {
      expect(collectionView(status(state), 3, 1)).to.equal('ready');
      expect(collectionView(status(state), 3, 0)).to.equal('no-match');
    }
  });
});

describe('collection notices', () => {
  const error = new DataSourceError('unreachable', 'gone');

  it('has nothing to say about what is live', () => {
    expect(collectionNotices(status('live', { lastSync: NOW }), NOW)).to.deep.equal({
      signedOut: false,
      polling: false,
      denied: [],
    });
  });

  it('speaks of trouble when it has lasted for five seconds, and then of the time that the rows are from', () => {
    const trouble = status('reconnecting', { staleSince: NOW, lastSync: NOW - 40_000, error });
    expect(collectionNotices(trouble, NOW + 4_999)).not.to.have.property('staleSince');
    expect(collectionNotices(trouble, NOW + 5_000)).to.deep.include({ staleSince: NOW - 40_000, error });
    const { lastSync: _, ...unknown } = trouble;
    expect(collectionNotices(unknown, NOW + 5_000)).to.include({ staleSince: NOW });
  });

  it('says at once that the session ended', () => {
    const ended = status('auth-expired', { staleSince: NOW, lastSync: NOW - 1, error });
    expect(collectionNotices(ended, NOW)).to.deep.include({ signedOut: true, staleSince: NOW - 1, error });
  });

  it('names the namespaces that refused, in order', () => {
    const deniedNamespaces = new Map([
      ['b', error],
      ['a', error],
    ]);
    expect(collectionNotices(status('polling', { deniedNamespaces }), NOW)).to.deep.include({
      polling: true,
      denied: ['a', 'b'],
    });
  });
});
