import type { RepositoryRow } from './rows.js';
import { formatSize, parseSize, sumSizes } from './size.js';

/** One bar: a repository, or the rest of them together. */
export interface SizeBar {
  /** `<namespace>/<name>`; undefined for the rest. */
  readonly key: string | undefined;
  /** How many repositories it stands for. */
  readonly count: number;
  /** As the operator wrote it; the sum of the rest. */
  readonly size: string;
  readonly bytes: number;
  /** Of all that can be read, from 0 to 1. */
  readonly share: number;
}

export interface SizePlot {
  /** The largest first. */
  readonly bars: readonly SizeBar[];
  /** The operator's own total where it gave one; else the sum. Undefined when nothing is known. */
  readonly total: string | undefined;
  /** The total is a sum, and sizes that cannot be read are missing from it. */
  readonly partial: boolean;
  /** Repositories of which no size is known. */
  readonly unsized: number;
}

/** So many bars are read at a glance. */
const MOST = 8;

/** How a storage's size is made up of its repositories' sizes. */
export function sizePlot(rows: readonly RepositoryRow[], total: string | undefined): SizePlot {
  const sized = rows
    .filter((row): row is RepositoryRow & { sizeBytes: number; size: string } => row.sizeBytes !== undefined)
    .sort((a, b) => b.sizeBytes - a.sizeBytes || (a.key < b.key ? -1 : 1));
  const sum = sumSizes(rows.map(({ size }) => size));
  const shareOf = (bytes: number) => (sum.bytes === 0 ? 0 : bytes / sum.bytes);
  // One more than the limit is shown rather than called the rest.
  const shown = sized.length > MOST + 1 ? sized.slice(0, MOST) : sized;
  const rest = sized.slice(shown.length);
  const restBytes = rest.reduce((bytes, row) => bytes + row.sizeBytes, 0);
  const bars: SizeBar[] = shown.map(({ key, size, sizeBytes }) => ({
    key,
    count: 1,
    size,
    bytes: sizeBytes,
    share: shareOf(sizeBytes),
  }));
  if (rest.length > 0)
    bars.push({
      key: undefined,
      count: rest.length,
      size: formatSize(restBytes),
      bytes: restBytes,
      share: shareOf(restBytes),
    });
  const hasTotal = parseSize(total) !== undefined;
  return {
    bars,
    total: hasTotal ? total : sized.length > 0 ? formatSize(sum.bytes) : undefined,
    partial: !hasTotal && sum.partial,
    unsized: rows.length - sized.length,
  };
}
