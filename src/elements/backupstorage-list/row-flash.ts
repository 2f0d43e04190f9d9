import type { StorageRow } from '../../model/rows.js';

const MS = 1_200;
/** A few steps look like fading, and change the background a few times instead of in every frame. */
const STEPS = 4;

/**
 * Marks rows that changed by themselves: their background fades. Nothing is laid out anew, and nothing moves for those who
 * asked their system for less motion.
 */
export class RowFlash {
  /** What runs on which element, and for which row: an element may be given to another one meanwhile. */
  readonly #running = new Map<Element, { uid: string; animation: Animation }>();

  /** Call after each render with the rows that it shows, in their order. */
  update(root: ParentNode, shown: readonly StorageRow[], marked: ReadonlySet<string>): void {
    if (marked.size === 0 && this.#running.size === 0) return;
    const elements = root.querySelectorAll('tbody tr:not(.spacer)');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const [index, { uid }] of shown.entries()) {
      const element = elements[index];
      if (!element) continue;
      const running = this.#running.get(element);
      if (running && running.uid !== uid) running.animation.cancel();
      if (marked.has(uid) && !still) this.#start(element, uid);
    }
  }

  #start(element: Element, uid: string): void {
    this.#running.get(element)?.animation.cancel();
    const animation = element.animate(
      [{ backgroundColor: 'color-mix(in srgb, var(--_accent) 18%, transparent)' }, { backgroundColor: 'transparent' }],
      { duration: MS, easing: `steps(${STEPS})` },
    );
    const forget = (): void => {
      if (this.#running.get(element)?.animation === animation) this.#running.delete(element);
    };
    animation.onfinish = forget;
    animation.oncancel = forget;
    this.#running.set(element, { uid, animation });
  }
}
