import type { StorageRow } from '../../model/rows.js';

const MS = 1_200;

/**
 * Marks rows that changed by themselves: their background fades. Nothing is laid out anew, and nothing moves for those who
 * asked their system for less motion.
 */
export function flashRows(root: ParentNode, shown: readonly StorageRow[], marked: ReadonlySet<string>): void {
  if (marked.size === 0 || shown.length === 0) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const rows = root.querySelectorAll('tbody tr:not(.spacer)');
  for (const [index, { uid }] of shown.entries())
    if (marked.has(uid))
      rows[index]?.animate(
        [
          { backgroundColor: 'color-mix(in srgb, var(--_accent) 18%, transparent)' },
          { backgroundColor: 'transparent' },
        ],
        { duration: MS, easing: 'ease-out' },
      );
}
