const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
const DECIMAL_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** Bytes in one of each unit. */
const UNITS = new Map<string, number>([
  ...BINARY_UNITS.map((unit, power): [string, number] => [unit, 1024 ** power]),
  ...DECIMAL_UNITS.map((unit, power): [string, number] => [unit, 1000 ** power]),
]);

const SIZE = /^\s*([0-9]+)(?:\.([0-9]+))?\s*([A-Za-z]+)\s*$/;

/**
 * The bytes (whole, rounded down) that a size text such as `12.222 MiB` stands for; `undefined` for anything that is not
 * such a text, Kubernetes quantities (`1Gi`) included. It is also the key to sort sizes by.
 *
 * KubeStash's operator writes `B` to `TiB`; `PiB`, `EiB` and the decimal units are read should a newer one write them.
 */
export function parseSize(text: string | null | undefined): number | undefined {
  const match = text ? SIZE.exec(text) : null;
  const unit = match && UNITS.get(match[3]!);
  if (!match || !unit) return undefined;
  const decimals = match[2] ?? '';
  // Whole numbers first: `1.001 kB` is 1001 bytes, but 1.001 * 1000 is a little less.
  return Math.floor((Number(match[1]! + decimals) * unit) / 10 ** decimals.length);
}

/**
 * Bytes (whole, not negative) as KubeStash's operator writes them: three decimals, powers of 1024, the next unit only
 * *above* its power (1024 bytes are `1024 B`), no unit above TiB (5 PiB are `5120.000 TiB`).
 */
export function formatSize(bytes: number): string {
  let power = 0;
  while (power < 4 && bytes > 1024 ** (power + 1)) power++;
  if (power === 0) return `${bytes} B`;
  // Go's %.3f rounds halves to even where toFixed rounds them up; in powers of 1024 halves are common.
  const exact = (bytes * 1000) / 1024 ** power;
  const down = Math.floor(exact);
  const rest = exact - down;
  const thousandths = rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
  const decimals = String(thousandths % 1000).padStart(3, '0');
  return `${Math.floor(thousandths / 1000)}.${decimals} ${BINARY_UNITS[power]}`;
}

/** A sum of sizes; `partial` when a size could not be read and is missing from it. */
export interface SizeSum {
  bytes: number;
  partial: boolean;
}

/**
 * The sum of size texts in bytes. Absent and blank texts count as nothing stored (new and volume-snapshot Repositories
 * have none); a text that cannot be read makes the sum partial. Because each text was rounded, the sum may differ from
 * the operator's own total in the last digit: show `status.totalSize` where there is one.
 */
export function sumSizes(texts: Iterable<string | null | undefined>): SizeSum {
  let bytes = 0;
  let partial = false;
  for (const text of texts) {
    if (!text?.trim()) continue;
    const size = parseSize(text);
    if (size === undefined) partial = true;
    else bytes += size;
  }
  return { bytes, partial };
}
