import { isSequence, notAfterOf } from './der.js';

/** Why a text is not what a certificate authority's PEM file holds. */
export type PemFault =
  | 'private-key'
  | 'other-block'
  | 'base64-of-pem'
  | 'bare-base64'
  | 'escaped-newlines'
  | 'one-line'
  | 'indented'
  | 'mangled-lines'
  | 'no-begin'
  | 'no-end'
  | 'no-certificate'
  | 'not-base64'
  | 'not-der'
  | 'expired';

export interface PemReport {
  /** Blocks that can be read. */
  certificates: number;
  /** The most telling first. */
  faults: readonly PemFault[];
  /** When the first of the certificates ends, in milliseconds. */
  notAfter?: number;
}

/** Checks the certificates of a certificate authority as Go's reader takes them, which is KubeStash's. */
export function checkPem(text: string, now: number): PemReport {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // First of all: it must not stay in a field that is not masked.
  if (/-{2,}\s*BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(body)) return { certificates: 0, faults: ['private-key'] };
  const shape = shapeFault(body);
  if (shape) return { certificates: 0, faults: [shape] };

  const faults = new Set<PemFault>();
  const ends: number[] = [];
  let certificates = 0;
  for (const { type, content } of blocksIn(body, faults)) {
    if (type !== 'CERTIFICATE') {
      faults.add('other-block');
      continue;
    }
    const der = bytesOf(content);
    if (!der) faults.add('not-base64');
    else if (!isSequence(der)) faults.add('not-der');
    else {
      certificates += 1;
      const notAfter = notAfterOf(der);
      if (notAfter !== undefined) ends.push(notAfter);
    }
  }
  if (certificates === 0 && faults.size === 0) faults.add('no-certificate');
  if (ends.some((end) => end < now)) faults.add('expired');
  return { certificates, faults: [...faults], ...(ends.length > 0 ? { notAfter: Math.min(...ends) } : {}) };
}

const BEGIN = /^-----BEGIN ([A-Z0-9 ]+)-----[ \t]*$/;
const END = /^-----END ([A-Z0-9 ]+)-----[ \t]*$/;

/** What is wrong with the text as a whole; then its blocks need no looking at. */
function shapeFault(body: string): PemFault | undefined {
  if (body.trimStart().startsWith('{')) return 'no-certificate';
  if (!/(?:BEGIN|END) [A-Z]/.test(body)) {
    const joined = body.replace(/\s+/g, '');
    // What `-----BEGIN ` is in base64: the value of a Secret's `data`.
    if (joined.startsWith('LS0tLS1CRUdJT')) return 'base64-of-pem';
    if (/^MI[A-Za-z0-9+/]{20,}={0,2}$/.test(joined)) return 'bare-base64';
    return 'no-certificate';
  }
  if (!body.trim().includes('\n')) return /\\[rn]/.test(body) ? 'escaped-newlines' : 'one-line';
  return undefined;
}

interface Block {
  type: string;
  content: string;
}

function blocksIn(body: string, faults: Set<PemFault>): Block[] {
  const blocks: Block[] = [];
  let open: { type: string; lines: string[] } | undefined;
  for (const line of body.split('\n')) {
    const begin = BEGIN.exec(line)?.[1];
    const end = END.exec(line)?.[1];
    if (begin !== undefined) {
      if (open) faults.add('no-end');
      open = { type: begin, lines: [] };
    } else if (end !== undefined) {
      if (!open) faults.add('no-begin');
      else if (open.type === end) blocks.push({ type: end, content: open.lines.join('') });
      else faults.add('mangled-lines');
      open = undefined;
    } else if (/\b(?:BEGIN|END) [A-Z]/.test(line)) {
      faults.add(BEGIN.test(line.trim()) || END.test(line.trim()) ? 'indented' : 'mangled-lines');
      open = undefined;
    } else open?.lines.push(line.trim());
  }
  // A line that cannot be read is why the others have no end or no beginning.
  if (faults.has('indented') || faults.has('mangled-lines')) {
    faults.delete('no-begin');
    faults.delete('no-end');
  } else if (open) faults.add('no-end');
  return blocks;
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    if (base64 === '' || base64.length % 4 !== 0) return undefined;
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
