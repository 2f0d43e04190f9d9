import { readAwsCsv } from './aws-csv.js';
import { readAwsJson } from './aws-json.js';
import { readAwsLines } from './aws-lines.js';

/** The values of one profile; at least one of the two is there. */
export interface AwsKeys {
  accessKeyId?: string;
  secretAccessKey?: string;
  /** With a session token, or made for one: they end within hours, and KubeStash does not read a token. */
  temporary: boolean;
}

/** A profile as it is read, its values still beside its name. */
export interface AwsProfile extends AwsKeys {
  /** Empty where the text names none. */
  name: string;
}

export interface AwsCredentials {
  /** To choose from: no values. */
  profiles: readonly { name: string; temporary: boolean }[];
  keysOf(index: number): AwsKeys | undefined;
}

/** Text beyond this is no file of credentials. */
const MAX_LENGTH = 256 * 1024;
const MAX_NAME_LENGTH = 64;

/**
 * Finds access keys in what people have of them: a credentials file, the CSV of the AWS console, `export` and `.env`
 * lines, JSON as `aws iam create-access-key`, `aws sts` and MinIO's console write it. Without any, there are no profiles.
 */
export function readAwsCredentials(text: string): AwsCredentials {
  const body = text.length > MAX_LENGTH ? '' : text.replace(/^\uFEFF/, '').trim();
  const found = (readAwsJson(body) ?? readAwsCsv(body) ?? readAwsLines(body)).filter(
    ({ accessKeyId, secretAccessKey }) => accessKeyId || secretAccessKey,
  );
  return {
    profiles: found.map(({ name, temporary }) => ({ name: name.slice(0, MAX_NAME_LENGTH), temporary })),
    keysOf: (index) => found[index],
  };
}

/** What is odd about an access key's half: the other half, or one that will not last. */
export type AwsKeyFault = 'temporary' | 'looks-like-id' | 'looks-like-secret';

/** AWS's own ids are 20 characters that begin with their kind; other servers' may be anything. */
const AWS_ID = /^A[KS]IA[A-Z0-9]{16}$/;
const AWS_SECRET = /^(?=.*[/+a-z])[A-Za-z0-9/+]{40}$/;

export function checkAwsKey(key: string, value: string): AwsKeyFault | undefined {
  const text = value.trim();
  if (key === 'AWS_SECRET_ACCESS_KEY') return AWS_ID.test(text) ? 'looks-like-id' : undefined;
  if (text.startsWith('ASIA') && AWS_ID.test(text)) return 'temporary';
  return AWS_SECRET.test(text) ? 'looks-like-secret' : undefined;
}
