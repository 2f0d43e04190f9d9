/** Longest file that can be a credential, in bytes: no Secret takes more than 1 MiB, and no key comes near it. */
export const CREDENTIAL_FILE_MAX_SIZE = 256 * 1024;

export type FileFault = 'too-big' | 'binary' | 'empty';

/** The text of a file; a fault when it cannot be a credential. PowerShell writes UTF-16, which is read too. */
export function textOfFile(bytes: Uint8Array): { text: string } | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > CREDENTIAL_FILE_MAX_SIZE) return { fault: 'too-big' };
  const mark = (bytes[0]! << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
    // Control characters other than tabs and line ends.
    return /[\0-\x08\x0E-\x1F\x7F]/.test(text) ? { fault: 'binary' } : { text };
  } catch {
    return { fault: 'binary' };
  }
}
