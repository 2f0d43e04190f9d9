import type { AwsProfile } from './aws.js';

/** `accessKeys.csv` and `credentials.csv` of the AWS console; undefined when the first line is not their heading. */
export function readAwsCsv(text: string): AwsProfile[] | undefined {
  const [heading, ...lines] = text.split(/\r\n?|\n/);
  const columns = cellsOf(heading ?? '').map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  const id = columns.indexOf('accesskeyid');
  const secret = columns.indexOf('secretaccesskey');
  if (id === -1 || secret === -1) return undefined;
  const user = columns.indexOf('username');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, index): AwsProfile => {
      const cells = cellsOf(line);
      const accessKeyId = cells[id] ?? '';
      return {
        name: cells[user] || (lines.length > 1 ? String(index + 1) : ''),
        accessKeyId,
        secretAccessKey: cells[secret] ?? '',
        temporary: accessKeyId.startsWith('ASIA'),
      };
    });
}

/** The cells of one line; quotes may hold commas, and are doubled inside. */
function cellsOf(line: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line) {
    const last = cells.length - 1;
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) cells.push('');
    else cells[last] += character;
  }
  return cells.map((cell) => cell.trim());
}
