import type { StructuralSchema } from '../types.js';
import { childrenOf, entryOf, isOpaque, itemOf, type NestedHints } from './field-children.js';
import type { FormField } from './field.js';

/** A field that a search has found. */
export interface FieldMatch {
  field: FormField;
  /** What the field stands in, from the outermost. */
  ancestors: readonly FormField[];
  /** Labels of what was found inside the rows of this list or map. */
  within: readonly string[];
}

export interface FieldMatches {
  matches: readonly FieldMatch[];
  /** How many more there are than `matches` holds. */
  more: number;
}

/** More than anyone reads. */
const MAX_MATCHES = 50;

/** A schema whose parts contain each other unfolds without end. */
const MAX_VISITED = 20_000;

interface Place {
  field: FormField;
  ancestors: readonly FormField[];
  /** Lower-case labels and names of the ancestors. */
  above: string;
  /** The schemas that this one is a part of. */
  chain: ReadonlySet<StructuralSchema>;
}

/**
 * The fields, of the given ones and of all below them, that have all these words in their label, name or help, or in the names of what they stand in;
 * at least one word must be their own. Those that are called so come first. A group that is found stands for all that is in it, and a list or map for what
 * is found inside its rows.
 */
export function searchFields(fields: readonly FormField[], words: string, hints?: NestedHints): FieldMatches {
  const terms = wordsOf(words);
  const named: FieldMatch[] = [];
  const others: FieldMatch[] = [];
  let visited = 0;

  const visit = (place: Place) => {
    if ((visited += 1) > MAX_VISITED) return;
    const { field, ancestors } = place;
    const within: string[] = [];
    if (fits(place, terms) || findInRows(place, within))
      (isNamed(field, terms) ? named : others).push({ field, ancestors, within });
    else if (field.kind === 'object') for (const child of childrenOf(field, hints)) descend(place, child, visit);
  };
  const descend = (place: Place, child: FormField, next: (place: Place) => void) => {
    const { field, ancestors, above, chain } = place;
    if (chain.has(child.schema)) return;
    next({
      field: child,
      ancestors: [...ancestors, field],
      above: `${above} ${ownText(field)}`,
      chain: isLeaf(child) ? chain : new Set([...chain, child.schema]),
    });
  };
  const findInRows = (place: Place, found: string[]): boolean => {
    const { field } = place;
    if (isLeaf(field) || field.kind === 'object') return false;
    const inside = (inner: Place) => {
      if ((visited += 1) > MAX_VISITED) return;
      if (fits(inner, terms)) {
        if (!found.includes(inner.field.label)) found.push(inner.field.label);
      } else if (!isLeaf(inner.field)) for (const child of partsOf(inner.field, hints)) descend(inner, child, inside);
    };
    for (const child of partsOf(field, hints)) descend(place, child, inside);
    return found.length > 0;
  };

  if (terms.length > 0)
    for (const field of fields) visit({ field, ancestors: [], above: '', chain: new Set([field.schema]) });
  const matches = [...named, ...others];
  return { matches: matches.slice(0, MAX_MATCHES), more: Math.max(0, matches.length - MAX_MATCHES) };
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

const isLeaf = (field: FormField) =>
  isOpaque(field) || (field.kind !== 'object' && field.kind !== 'list' && field.kind !== 'map');

function partsOf(field: FormField, hints: NestedHints | undefined): readonly FormField[] {
  if (field.kind === 'object') return childrenOf(field, hints);
  return [field.kind === 'list' ? itemOf(field, 0, 0, hints) : entryOf(field, '', 0, hints)];
}

function fits({ field, above }: Place, terms: readonly string[]): boolean {
  // The help of a group speaks of what is in it, which is found by itself.
  const own = isLeaf(field) ? `${ownText(field)} ${field.help?.toLowerCase() ?? ''}` : ownText(field);
  let isOwn = false;
  for (const term of terms) {
    if (own.includes(term)) isOwn = true;
    else if (!above.includes(term)) return false;
  }
  return isOwn;
}

/** The field is what was asked for, and does not only speak of it. */
const isNamed = (field: FormField, terms: readonly string[]) => terms.some((term) => ownText(field).includes(term));

/** Of an item or an entry only what it is called: its index or key is no word. */
function ownText({ label, path }: FormField): string {
  const name = path.at(-1);
  return `${label} ${typeof name === 'string' ? name : ''}`.toLowerCase();
}
