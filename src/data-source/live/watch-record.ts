import type { DataSourceError } from '../errors.js';
import type { LiveEnvironment } from './environment.js';

/** When watches have failed for so long, the next answer that is wanted is a list. */
const LIST_AFTER_MS = 60_000;
/** Where lists came and watches did not, for so many times, watching is left alone for a while. */
const LISTS_IN_VAIN = 2;
const TRY_AGAIN_MS = 300_000;
/** Another server of the same cluster may be a little behind, but not for long. */
const REPLICA_LAGS = 3;

/**
 * What follows from a failed watch:
 * - `resume`: back off, then watch from where it was
 * - `list`: back off, then list
 * - `relist`: list; nothing is wrong
 * - `wait`: a moment, then watch from where it was; nothing is wrong
 * - `poll`: there is no watching here
 * - `check`: there is no watching here, and perhaps no listing any more: list at once
 * - `end`: no retry mends it
 */
export type Remedy = 'resume' | 'list' | 'relist' | 'wait' | 'poll' | 'check' | 'end';

/** What experience says about watching in one scope. */
export class WatchRecord {
  #againAt = -Infinity;
  /** Of watches that said nothing, one after the other. */
  #failingSince: number | undefined;
  #listsInVain = 0;
  #lags = 0;

  constructor(private readonly environment: Pick<LiveEnvironment, 'now'>) {}

  get isWorthTrying(): boolean {
    return this.environment.now() >= this.#againAt;
  }

  /** An event or a bookmark has come. */
  heard(): void {
    this.#failingSince = undefined;
    this.#listsInVain = 0;
    this.#lags = 0;
  }

  /** A whole list has come. */
  listed(): void {
    if (this.#failingSince === undefined) return;
    this.#failingSince = undefined;
    this.#listsInVain += 1;
    if (this.#listsInVain < LISTS_IN_VAIN) return;
    this.#listsInVain = 0;
    this.#againAt = this.environment.now() + TRY_AGAIN_MS;
  }

  failed(error: DataSourceError): Remedy {
    switch (error.code) {
      case 'expired':
        return 'relist';
      case 'rv-too-large':
        this.#lags += 1;
        if (this.#lags < REPLICA_LAGS) return 'wait';
        // The cluster was set back to an earlier state, and counts from there.
        this.#lags = 0;
        return 'relist';
      case 'unauthenticated':
        return 'end';
      case 'forbidden':
        return error.admission ? this.#trouble() : this.#never('poll');
      case 'unsupported':
        return this.#never('poll');
      case 'not-found':
        // The type has gone, which the list will say, or something in between knows no watches.
        return this.#never('check');
      case 'bad-request':
      case 'invalid':
        // A resourceVersion that means nothing to this server.
        this.#trouble();
        return 'list';
      default:
        return this.#trouble();
    }
  }

  #trouble(): Remedy {
    const now = this.environment.now();
    this.#failingSince ??= now;
    return now - this.#failingSince >= LIST_AFTER_MS ? 'list' : 'resume';
  }

  #never(remedy: Remedy): Remedy {
    this.#againAt = Infinity;
    return remedy;
  }
}
