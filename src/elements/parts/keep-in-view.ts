/** How long something may still come above what is kept in view, in milliseconds. After that the page is the reader's. */
const LATE_MS = 3_000;

/** What readers do to look at something else. */
const TURNS_AWAY = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls no further than is needed to show `target`, and again when what stands around it changes its size: a fault that
 * is only known when the cluster's schema has come must not push an answer out of sight that has just been brought there.
 * Ends by itself, and at once when the reader scrolls, types or points.
 *
 * @param around holds `target` and all that may push it
 */
export function keepInView(target: Element, around: Element): void {
  const show = (): void => target.scrollIntoView({ block: 'nearest' });
  const end = new AbortController();
  const { signal } = end;
  const observer = new ResizeObserver(show);
  const timer = setTimeout(() => end.abort(), LATE_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  for (const type of TURNS_AWAY) addEventListener(type, () => end.abort(), { signal, capture: true, passive: true });
  show();
  observer.observe(around);
}
