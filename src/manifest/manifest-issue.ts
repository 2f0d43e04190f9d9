/** A fault in the text, with the place to point at. Messages never quote the text: it may hold credentials. */
export interface ManifestIssue {
  message: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Offsets into the text, end exclusive. */
  from: number;
  to: number;
}

export function issueAt(text: string, message: string, from: number, to: number): ManifestIssue {
  const start = Math.min(from, text.length);
  const before = text.slice(0, start);
  return {
    message,
    line: before.split('\n').length,
    column: start - before.lastIndexOf('\n'),
    from: start,
    to: Math.min(Math.max(start, to), text.length),
  };
}
