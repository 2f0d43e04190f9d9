import { decodeBase64, encodeBase64 } from './base64.js';
import type { StoredObject } from './event-window.js';
import { badRequest, expired, refusal } from './status.js';

/** A list as it was when its first page was answered. */
interface Snapshot {
  /** What was listed: type and namespace. A token is good for the same only. */
  scope: string;
  items: readonly StoredObject[];
  resourceVersion: string;
  /** When the pages after the first are forgotten, in ms. */
  expires: number;
}

/** One page. */
export interface Page {
  items: readonly StoredObject[];
  resourceVersion: string;
  continue?: string;
  remaining: number;
}

/** Lists in pieces that hang together are few; without a bound a host that never finishes them would fill the memory. */
const MAX_SNAPSHOTS = 100;

const EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. ' +
  'You must start a new list without the continue parameter.';

const INVALID = 'continue key is not valid';

/**
 * Lists in pages. All pages of a list show the moment of the first one, whatever was written since. The objects are
 * frozen and shared with the store, so a list kept here costs its references only.
 */
export class Pages {
  readonly #snapshots = new Map<string, Snapshot>();
  #count = 0;

  constructor(
    private readonly now: () => number,
    private readonly expiryMs: number,
  ) {}

  /** The first page. */
  first(scope: string, items: readonly StoredObject[], resourceVersion: string, limit: number | undefined): Page {
    this.#forgetExpired();
    if (!limit || items.length <= limit) return { items, resourceVersion, remaining: 0 };
    const id = `${(this.#count += 1)}`;
    const snapshot = { scope, items, resourceVersion, expires: this.now() + this.expiryMs };
    this.#snapshots.set(id, snapshot);
    for (const oldest of this.#snapshots.keys()) {
      if (this.#snapshots.size <= MAX_SNAPSHOTS) break;
      this.#snapshots.delete(oldest);
    }
    return this.#page(id, snapshot, 0, limit);
  }

  /** The page of a token. A token can be used again: its answer may have been lost. */
  next(scope: string, token: string, limit: number | undefined): Page {
    this.#forgetExpired();
    const { id, start } = readToken(token);
    const snapshot = this.#snapshots.get(id);
    if (!snapshot) throw refusal(expired(EXPIRED));
    // Rights were checked for this scope, not for that of the token.
    if (snapshot.scope !== scope) throw badRequest(INVALID);
    return this.#page(id, snapshot, start, limit || Infinity);
  }

  /** Makes every token handed out so far answer 410. */
  expireAll(): void {
    this.#snapshots.clear();
  }

  #page(id: string, { items, resourceVersion }: Snapshot, start: number, limit: number): Page {
    const end = Math.min(start + limit, items.length);
    const page = { items: items.slice(start, end), resourceVersion, remaining: items.length - end };
    return end < items.length ? { ...page, continue: writeToken(id, end) } : page;
  }

  #forgetExpired(): void {
    const now = this.now();
    for (const [id, { expires }] of this.#snapshots) if (expires <= now) this.#snapshots.delete(id);
  }
}

/** Opaque to clients, as the real one is. */
function writeToken(id: string, start: number): string {
  return encodeBase64(JSON.stringify({ v: 'memory', id, start }));
}

function readToken(token: string): { id: string; start: number } {
  try {
    const { v, id, start } = JSON.parse(decodeBase64(token) ?? '') as Record<string, unknown>;
    if (v === 'memory' && typeof id === 'string' && typeof start === 'number') return { id, start };
  } catch {
    // Refused below.
  }
  throw badRequest(INVALID);
}
