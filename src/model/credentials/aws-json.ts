import type { AwsProfile } from './aws.js';

type Json = Readonly<Record<string, unknown>>;

const ID_NAMES = ['AccessKeyId', 'AWS_ACCESS_KEY_ID', 'aws_access_key_id', 'accessKey', 'accessKeyId'];
const SECRET_NAMES = [
  'SecretAccessKey',
  'AWS_SECRET_ACCESS_KEY',
  'aws_secret_access_key',
  'secretKey',
  'secretAccessKey',
];
const TOKEN_NAMES = ['SessionToken', 'AWS_SESSION_TOKEN', 'aws_session_token', 'sessionToken'];

/** What the AWS tools print, and what MinIO's console saves; undefined when the text is no JSON object. */
export function readAwsJson(text: string): AwsProfile[] | undefined {
  if (!text.startsWith('{')) return undefined;
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(root)) return undefined;
  const holders = [root, root['AccessKey'], root['Credentials']].filter(isObject);
  return holders.map((holder) => {
    const accessKeyId = textAt(holder, ID_NAMES);
    return {
      name: textAt(holder, ['UserName']),
      accessKeyId,
      secretAccessKey: textAt(holder, SECRET_NAMES),
      temporary: textAt(holder, TOKEN_NAMES) !== '' || accessKeyId.startsWith('ASIA'),
    };
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(holder: Json, names: readonly string[]): string {
  const value = names.map((name) => (Object.hasOwn(holder, name) ? holder[name] : undefined)).find(Boolean);
  return typeof value === 'string' ? value : '';
}
