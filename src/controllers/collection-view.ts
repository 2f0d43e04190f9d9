import type { DataSourceError } from '../data-source/errors.js';
import type { LiveStatus } from '../data-source/live/status.js';

/**
 * What a user sees in the place of a live collection:
 * - `no-source`: no data source was given
 * - `loading`: nothing to show yet
 * - `ready`: there are rows
 * - `empty`: the server has none
 * - `no-match`: there are rows, and the filter hides all of them
 * - `forbidden`: the server refused, everywhere
 * - `not-installed`: the server does not know the type
 * - `unreachable`: the first answer never came; it is being tried again
 * - `signed-out`: the session ended before anything came
 */
export type CollectionView =
  | 'no-source'
  | 'loading'
  | 'ready'
  | 'empty'
  | 'no-match'
  | 'forbidden'
  | 'not-installed'
  | 'unreachable'
  | 'signed-out';

/** `total` and `shown` count the rows without and with the filter. */
export function collectionView(status: LiveStatus | undefined, total: number, shown: number): CollectionView {
  if (status === undefined) return 'no-source';
  if (shown > 0) return 'ready';
  if (total > 0) return 'no-match';
  switch (status.state) {
    case 'denied':
      return 'forbidden';
    case 'not-installed':
      return 'not-installed';
    case 'auth-expired':
      return 'signed-out';
    case 'reconnecting':
      return status.complete ? 'empty' : 'unreachable';
    default:
      return status.complete ? 'empty' : 'loading';
  }
}

/** Trouble shorter than this is not worth a word. */
const STALE_NOTICE_MS = 5_000;

/** What to say beside rows that are shown, so that nobody takes them for more than they are. */
export interface CollectionNotices {
  /** From when the rows are, in milliseconds since the epoch; absent while they are current, as far as is known. */
  staleSince?: number;
  signedOut: boolean;
  polling: boolean;
  /** Namespaces that refused to be listed. */
  denied: readonly string[];
  error?: DataSourceError;
}

export function collectionNotices(status: LiveStatus, now: number): CollectionNotices {
  const { state, staleSince, lastSync = staleSince } = status;
  const signedOut = state === 'auth-expired';
  // A session that ended does not come back by itself.
  const isWorthSaying = staleSince !== undefined && (signedOut || now - staleSince >= STALE_NOTICE_MS);
  return {
    signedOut,
    polling: state === 'polling',
    denied: [...status.deniedNamespaces.keys()].toSorted(),
    ...(isWorthSaying && lastSync !== undefined ? { staleSince: lastSync } : {}),
    ...(status.error ? { error: status.error } : {}),
  };
}
