import { medians, round } from './stats.mjs';

const row = (cells) => `| ${cells.join(' | ')} |\n`;
const shown = (figure) => (Number.isFinite(figure) ? String(round(figure)) : '–');
const kB = (bytes) => (bytes / 1000).toFixed(1);

/**
 * `{ group: { contender: runs } }` as one table for each group: medians, and ours divided by each of the others. Ratios are
 * the medians of the ratios of single runs, in which all contenders took their turns.
 */
export function tableOf(groups) {
  let text = '';
  for (const [group, contenders] of Object.entries(groups)) {
    const names = Object.keys(contenders);
    const others = names.filter((name) => name !== 'ours');
    const figures = Object.fromEntries(names.map((name) => [name, medians(contenders[name])]));
    const lines = [...new Set(names.flatMap((name) => Object.keys(figures[name])))];
    text += `### ${group}\n\n`;
    text += row(['', ...names, ...others.map((name) => `ours ÷ ${name}`)]);
    text += row(['---', ...names.map(() => '---:'), ...others.map(() => '---:')]);
    for (const line of lines) {
      const ratio = (other) =>
        medians(
          (contenders.ours ?? []).map((run, turn) => ({ ratio: run[line] / (contenders[other][turn]?.[line] || NaN) })),
        ).ratio;
      text += row([
        line,
        ...names.map((name) => shown(figures[name][line])),
        ...others.map((name) => shown(ratio(name))),
      ]);
    }
    text += '\n';
  }
  return text;
}

export function bytesTable(weights, { limits }) {
  let text = row(['entry', 'gzip kB', 'brotli kB', 'limit', 'goal']) + row(['---', '---:', '---:', '---:', '---:']);
  for (const [name, { gzip, brotli }] of Object.entries(weights))
    text += row([name, kB(gzip), kB(brotli), limits[name]?.limit ?? '–', limits[name]?.goal ?? '']);
  return text;
}
