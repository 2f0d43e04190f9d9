import type { AwsProfile } from './aws.js';

const NAMES: Readonly<Record<string, 'accessKeyId' | 'secretAccessKey' | 'token'>> = {
  aws_access_key_id: 'accessKeyId',
  aws_secret_access_key: 'secretAccessKey',
  aws_session_token: 'token',
  aws_security_token: 'token',
};

/** A credentials or config file with its sections, `.env` files, and lines for a shell of any kind. */
export function readAwsLines(text: string): AwsProfile[] {
  const profiles: AwsProfile[] = [];
  let name = '';
  let current: AwsProfile | undefined;
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || (line.startsWith(';') && !line.includes('='))) continue;
    if (line.startsWith('[') && line.includes(']')) {
      name = line
        .slice(1, line.indexOf(']'))
        .trim()
        .replace(/^profile\s+/, '')
        .replace(/^(["'])(.*)\1$/, '$2');
      current = undefined;
      continue;
    }
    const entry = entryOf(line);
    if (!entry) continue;
    if (!current) profiles.push((current = { name, temporary: false }));
    if (entry.part === 'token') current.temporary ||= entry.value !== '';
    else current[entry.part] = entry.value;
  }
  for (const profile of profiles) profile.temporary ||= profile.accessKeyId?.startsWith('ASIA') ?? false;
  return profiles;
}

function entryOf(line: string): { part: 'accessKeyId' | 'secretAccessKey' | 'token'; value: string } | undefined {
  const at = line.search(/[=:]/);
  // PowerShell writes `$Env:NAME="value"`: its colon separates nothing.
  const split = /^\$env:/i.test(line) ? line.indexOf('=') : at;
  if (split < 1) return undefined;
  const name = line
    .slice(0, split)
    .trim()
    .toLowerCase()
    .replace(/^(?:-\s+|export\s+|set\s+|\$env:)/, '')
    .replace(/^(["'])(.*)\1$/, '$2');
  const part = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  return part && { part, value: valueOf(line.slice(split + 1)) };
}

function valueOf(text: string): string {
  let value = text.trim();
  const quote = value[0];
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1);
    return end === -1 ? value.slice(1) : value.slice(1, end);
  }
  while (/[;,]$/.test(value)) value = value.slice(0, -1).trimEnd();
  return value;
}
