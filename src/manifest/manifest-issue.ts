import type { SharedWords } from '../locales/index.js';
import { englishManifest } from './words.js';

/** A range of the text, and where it starts in the eyes of a reader. */
export interface ManifestPlace {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Offsets into the text, end exclusive. */
  from: number;
  to: number;
}

/** A fault in the text, with the place to point at. Messages never quote the text: it may hold credentials. */
export interface ManifestIssue extends ManifestPlace {
  /** In English, or in the words that were asked for. */
  message: string;
  /** Why the text cannot be read: by this it is said in other languages. */
  fault?: SyntaxFault;
}

export type SyntaxFault = keyof SharedWords['syntaxFaults'];

export function issueAt(text: string, fault: SyntaxFault, from: number, to: number): ManifestIssue {
  return faultAt(fault, placesIn(text)(from, to));
}

export function faultAt(fault: SyntaxFault, place: ManifestPlace): ManifestIssue {
  return { fault, message: englishManifest().syntaxFaults[fault], ...place };
}

/** The message of an issue in other words. */
export function messageOf({ fault, message }: ManifestIssue, { syntaxFaults }: SharedWords): string {
  return fault === undefined ? message : syntaxFaults[fault];
}

/** Turns offsets into places; the lines are looked for once, and only when a place is asked for. */
export function placesIn(text: string): (from: number, to: number) => ManifestPlace {
  let starts: number[] | undefined;
  return (from, to) => {
    starts ??= lineStarts(text);
    const start = Math.min(from, text.length);
    let line = 0;
    for (let above = starts.length; line + 1 < above;) {
      const middle = (line + above) >> 1;
      if (starts[middle]! <= start) line = middle;
      else above = middle;
    }
    return {
      line: line + 1,
      column: start - starts[line]! + 1,
      from: start,
      to: Math.min(Math.max(start, to), text.length),
    };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
