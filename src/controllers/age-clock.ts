import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { msUntilAgeChanges } from '../model/age.js';

/**
 * The longest that the shared timer sleeps. Timers stand still while a laptop sleeps and the clock does not: without
 * this, yesterday's ages would be shown for hours.
 */
const LONGEST_MS = 60_000;

/** Who wants to be called, and when by the clock: one timer serves every age on the page. */
const due = new Map<AgeClock, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (due.size === 0) return;
  const wait = Math.min(...due.values()) - Date.now();
  timer = setTimeout(ring, Math.max(0, Math.min(wait, LONGEST_MS)));
}

function ring(): void {
  const now = Date.now();
  for (const [clock, at] of [...due]) if (at <= now) clock.ring();
  schedule();
}

/** Re-renders its host when the text of one of the shown ages changes, and not before. */
export class AgeClock implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost,
    /** The creation times that are on the screen, and the present, in milliseconds since the epoch. */
    private readonly shown: () => { times: Iterable<number | undefined>; now: number },
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { times, now } = this.shown();
    let next = Infinity;
    for (const time of times) if (time !== undefined) next = Math.min(next, msUntilAgeChanges(time, now));
    if (next === Infinity) due.delete(this);
    else due.set(this, Date.now() + next);
    schedule();
  }

  hostDisconnected(): void {
    due.delete(this);
    schedule();
  }

  /** @internal */
  ring(): void {
    due.delete(this);
    this.host.requestUpdate();
  }
}
