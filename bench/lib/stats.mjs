/** The middle one; of an even number, the mean of the two in the middle. */
export function median(numbers) {
  const sorted = numbers.filter((one) => Number.isFinite(one)).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One object with the median of each figure of many. */
export function medians(runs) {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}

/** Figures of a table: three significant digits are more than a busy machine can vouch for. */
export function round(number) {
  if (!Number.isFinite(number)) return number;
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
  return Number(number.toFixed(digits));
}
