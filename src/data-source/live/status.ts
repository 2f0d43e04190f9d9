import type { DataSourceError } from '../errors.js';

/**
 * - `idle`: nobody has subscribed yet
 * - `loading`: the first list is on its way
 * - `live`: current, and kept current by a watch
 * - `polling`: current every half minute, at least in parts: not everything can be watched
 * - `reconnecting`: what is shown may be old; see `staleSince`
 * - `denied`: the user may not list this type anywhere that was tried
 * - `auth-expired`: signed out; what is shown is from before. `refresh` gets on
 * - `not-installed`: the server does not know this type
 */
export type LiveState =
  'idle' | 'loading' | 'live' | 'polling' | 'reconnecting' | 'denied' | 'auth-expired' | 'not-installed';

export interface LiveStatus {
  readonly state: LiveState;
  /** Every page of the first list has come. */
  readonly complete: boolean;
  /** When the server was last heard from: the shown objects were current then. In milliseconds since the epoch. */
  readonly lastSync?: number;
  /** Since when there is trouble: the shown objects may be old. */
  readonly staleSince?: number;
  readonly error?: DataSourceError;
  /** The namespaces that answered, when the cluster-wide list was refused. */
  readonly namespaces?: readonly string[];
  /** Those that refused, with the server's reason. */
  readonly deniedNamespaces: ReadonlyMap<string, DataSourceError>;
}

export const IDLE: LiveStatus = { state: 'idle', complete: false, deniedNamespaces: new Map() };

export type FeedPhase = 'loading' | 'live' | 'polling' | 'reconnecting';

/** How one feed is doing. */
export interface FeedState {
  readonly phase: FeedPhase;
  /** A complete list has come. */
  readonly synced: boolean;
  readonly lastSync: number | undefined;
  readonly trouble: Trouble | undefined;
}

export interface Trouble {
  readonly since: number;
  /** Absent for what happens in the ordinary course of things, such as a resourceVersion that expired. */
  readonly error?: DataSourceError | undefined;
}

/** A fault that no retry mends. */
export interface Ending extends Trouble {
  readonly state: 'denied' | 'auth-expired' | 'not-installed';
  readonly error: DataSourceError;
}

/** Faults that no retry mends: the user, the host or an administrator has to act. */
export function isFinal(error: DataSourceError): boolean {
  if (error.admission) return false;
  return error.code === 'forbidden' || error.code === 'unauthenticated' || error.code === 'not-found';
}

export function endingOf(error: DataSourceError, since: number): Ending {
  const state =
    error.code === 'unauthenticated' ? 'auth-expired' : error.code === 'not-found' ? 'not-installed' : 'denied';
  return { state, error, since };
}

/** What a status is made of. */
export interface RunState {
  readonly feeds: ReadonlyMap<string, FeedState>;
  readonly denied: ReadonlyMap<string, DataSourceError>;
  readonly perNamespace: boolean;
  readonly trouble: Trouble | undefined;
  readonly ending: Ending | undefined;
}

export function summarise(run: RunState, before: LiveStatus): LiveStatus {
  const feeds = [...run.feeds.values()];
  const complete = feeds.length > 0 && feeds.every(({ synced }) => synced);
  const troubles = [run.trouble, ...feeds.map(({ trouble }) => trouble)].filter((trouble) => trouble !== undefined);
  const state = run.ending?.state ?? stateOf(feeds, complete, troubles.length > 0);
  // With nothing shown, nothing is old.
  const stale = state === 'reconnecting' || state === 'auth-expired';
  const lastSync = complete ? Math.min(...feeds.map((feed) => feed.lastSync ?? Infinity)) : before.lastSync;
  const staleSince = Math.min(...[run.ending, ...troubles].map((trouble) => trouble?.since ?? Infinity));
  const error = run.ending?.error ?? troubles.find((trouble) => trouble.error)?.error;
  return {
    state,
    complete,
    deniedNamespaces: new Map(run.denied),
    ...(lastSync === undefined ? {} : { lastSync }),
    ...(stale ? { staleSince } : {}),
    ...(error === undefined ? {} : { error }),
    ...(run.perNamespace ? { namespaces: [...run.feeds.keys()] } : {}),
  };
}

function stateOf(feeds: readonly FeedState[], complete: boolean, troubled: boolean): LiveState {
  if (troubled) return 'reconnecting';
  if (!complete) return 'loading';
  return feeds.some(({ phase }) => phase === 'polling') ? 'polling' : 'live';
}
