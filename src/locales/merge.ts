/** Words by key: text, functions that make text, and small tables of text. */
export type AnyMessages = Readonly<Record<string, unknown>>;

/** Lays our own words over others of the same groups. */
export function overlaid(below: AnyMessages, above: AnyMessages): AnyMessages {
  return { ...below, ...above };
}

/**
 * Lays a host's words over ours. What is not of the same kind as ours is passed over, and where a host's function throws,
 * or makes no text, ours is used: a slip in a translation must not take an element down.
 */
export function replaced(ours: AnyMessages, given: AnyMessages): AnyMessages {
  const words: Record<string, unknown> = { ...ours };
  for (const [key, own] of Object.entries(ours)) {
    const other = Object.hasOwn(given, key) ? given[key] : undefined;
    if (typeof other !== typeof own || other === null) continue;
    if (typeof other === 'string') words[key] = other;
    else if (typeof other === 'function') words[key] = guarded(other as Say, own as Say);
    else words[key] = texts(own as AnyMessages, other as AnyMessages);
  }
  return words;
}

type Say = (...args: readonly unknown[]) => string;

function guarded(given: Say, own: Say): Say {
  return (...args) => {
    try {
      const said: unknown = given(...args);
      if (typeof said === 'string') return said;
    } catch {
      // Ours says it.
    }
    return own(...args);
  };
}

function texts(ours: AnyMessages, given: AnyMessages): AnyMessages {
  const known = Object.entries(given).filter(([key, text]) => Object.hasOwn(ours, key) && typeof text === 'string');
  return { ...ours, ...Object.fromEntries(known) };
}
