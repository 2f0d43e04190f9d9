/** Small random objects over few keys, so that three of them have much in common. Repeatable by the seed. */
export function randomFrom(seed: number): () => Record<string, unknown> {
  let state = seed;
  const next = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const value = (depth: number): unknown => {
    switch (next(depth > 2 ? 4 : 7)) {
      case 0:
        return next(3);
      case 1:
        return String(next(3));
      case 2:
        return next(2) === 0;
      case 3:
        return Array.from({ length: next(3) }, () => next(2));
      default:
        return object(depth + 1);
    }
  };
  const object = (depth: number): Record<string, unknown> =>
    Object.fromEntries(['a', 'b', 'c'].filter(() => next(3) > 0).map((key) => [key, value(depth)]));
  return () => object(0);
}
