/** From this many namespaces on nobody finds one in a select. */
export const TYPED_FROM = 100;

/**
 * How a namespace is chosen:
 * - `select`: from a list that has all of them
 * - `many`: typed, with suggestions
 * - `unreadable`: typed, because nobody may say which there are; there may be suggestions
 */
export type NamespaceChoice = 'select' | 'many' | 'unreadable';

export interface NamespaceKnowledge {
  /** What the data source says; undefined until it has answered. */
  readonly answered: { readonly names: readonly string[]; readonly readable: boolean } | undefined;
  /** What the host gave. */
  readonly offered: readonly string[];
  /** The server refused every list. */
  readonly forbidden: boolean;
  /** Every row has come whose namespace could be known by it. */
  readonly complete: boolean;
}

/** The namespaces that are known, and how one of them is chosen. */
export class Namespaces {
  /** Those of rows of all namespaces: they stay when one of them is selected. */
  readonly #seen = new Set<string>();
  #names: readonly string[] = [];
  #key: readonly unknown[] = [];
  #unreadable = false;

  /** Another data source: everything is forgotten. */
  clear(): void {
    this.#seen.clear();
    this.#key = [];
    this.#unreadable = false;
  }

  /** Of a row of a list of all namespaces. */
  see(namespace: string): void {
    this.#seen.add(namespace);
  }

  /** Sorted. The same array until something changes. */
  names({ answered, offered }: NamespaceKnowledge, selected: string): readonly string[] {
    const key = [answered, offered, selected, this.#seen.size];
    if (key.every((part, index) => part === this.#key[index]) && this.#key.length > 0) return this.#names;
    this.#key = key;
    const names = new Set([...offered, ...(answered?.names ?? []), ...this.#seen]);
    if (selected) names.add(selected);
    return (this.#names = [...names].toSorted());
  }

  choice({ answered, offered, forbidden, complete }: NamespaceKnowledge): NamespaceChoice {
    const known = new Set([...offered, ...(answered?.names ?? []), ...this.#seen]).size;
    // It stays so: the control must not change under the hands of who types into it.
    if (answered && !answered.readable && (forbidden || (complete && known === 0))) this.#unreadable = true;
    if (this.#unreadable) return 'unreadable';
    return known > TYPED_FROM ? 'many' : 'select';
  }
}
