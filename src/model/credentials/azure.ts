export type AzureKeyFault = 'connection-string' | 'sas' | 'not-base64' | 'unusual-length';

/** Bytes in an access key of a storage account, as Azure makes them. */
const KEY_LENGTH = 64;

/** What is odd about the access key of an Azure storage account; undefined when nothing is. */
export function checkAzureKey(text: string): AzureKeyFault | undefined {
  const key = text.trim();
  if (key === '') return undefined;
  if (readConnectionString(key)) return 'connection-string';
  if (/(?:^|[?&;])(?:sig|SharedAccessSignature)=/i.test(key)) return 'sas';
  const bytes = decodedLength(key);
  if (bytes === undefined) return 'not-base64';
  return bytes === KEY_LENGTH ? undefined : 'unusual-length';
}

/** The two halves of a connection string, as the portal copies it; undefined when a text is none. */
export function readConnectionString(text: string): { account: string; key: string } | undefined {
  const parts = new Map<string, string>();
  for (const part of text.trim().split(';')) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim());
  }
  const account = parts.get('accountname');
  const key = parts.get('accountkey');
  return account && key ? { account, key } : undefined;
}

/** How many bytes base64 stands for; undefined when it is none. */
export function decodedLength(base64: string): number | undefined {
  try {
    if (base64.length % 4 !== 0) return undefined;
    return atob(base64).length;
  } catch {
    return undefined;
  }
}
