/**
 * Line ends. Editors and text fields know only `\n`; a text that was handed in keeps its own, so that nothing is changed
 * but what was typed.
 */

/** The text as an editor holds it. */
export function withoutReturns(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The edited text with the line ends of the one that it came from: lines that are still there keep theirs, new ones get
 * what most lines have.
 */
export function withLineEnds(edited: string, given: string): string {
  if (!given.includes('\r')) return edited;
  const before = linesOf(given);
  const after = edited.split('\n');
  const pairs = before.filter(({ end }) => end === '\r\n').length;
  const usual = pairs * 2 >= before.length - 1 ? '\r\n' : '\n';
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same]!.text === after[same]) same++;
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail)!.text === after.at(-1 - tail)) tail++;
  return after
    .map((text, index) => {
      if (index === after.length - 1) return text;
      const old =
        index < same ? index : index >= after.length - tail ? index - after.length + before.length : undefined;
      return text + ((old !== undefined && before[old]!.end) || usual);
    })
    .join('');
}

/** Turns offsets into the text into offsets into what the editor holds. */
export function editorOffsets(text: string): (offset: number) => number {
  if (!text.includes('\r\n')) return (offset) => offset;
  const pairs = [...text.matchAll(/\r\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

interface Line {
  text: string;
  /** Empty for the last line. */
  end: string;
}

function linesOf(text: string): Line[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  return Array.from({ length: (parts.length + 1) / 2 }, (_, at) => ({
    text: parts[at * 2]!,
    end: parts[at * 2 + 1] ?? '',
  }));
}
