/** Why a text is not the JSON key of a Google service account. */
export type ServiceAccountFault =
  | 'empty'
  | 'not-json'
  | 'not-object'
  | 'oauth-client'
  | 'user-credentials'
  | 'federated'
  | 'no-type'
  | 'wrong-type'
  | 'no-private-key'
  | 'bad-private-key'
  | 'no-client-email'
  | 'no-project-id';

export interface ServiceAccountKey {
  projectId?: string;
  /** The most telling first; none for a key that can be used. Nothing of the text is in them. */
  faults: readonly ServiceAccountFault[];
}

/** Also of projects in a domain (`example.com:project`). Nothing that looks like a piece of a key passes. */
const PROJECT_ID = /^[a-z0-9][-a-z0-9.:]{0,99}$/;

/** Reads the JSON key of a Google service account as far as the form needs it. */
export function readServiceAccountKey(text: string): ServiceAccountKey {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return { faults: ['empty'] };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { faults: ['not-json'] }; // The parser's own words quote the text.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { faults: ['not-object'] };
  const key = value as Readonly<Record<string, unknown>>;
  const project = textAt(key, 'project_id');
  return {
    ...(PROJECT_ID.test(project) ? { projectId: project } : {}),
    faults: [...typeFaults(key), ...(key['type'] === 'service_account' ? memberFaults(key) : [])],
  };
}

function typeFaults(key: Readonly<Record<string, unknown>>): ServiceAccountFault[] {
  if (key['type'] === 'service_account') return [];
  if (isObject(key['installed']) || isObject(key['web'])) return ['oauth-client'];
  if (key['type'] === 'authorized_user') return ['user-credentials'];
  if (key['type'] === 'external_account') return ['federated'];
  return [key['type'] === undefined ? 'no-type' : 'wrong-type'];
}

function memberFaults(key: Readonly<Record<string, unknown>>): ServiceAccountFault[] {
  const privateKey = textAt(key, 'private_key');
  const faults: ServiceAccountFault[] = [];
  if (privateKey === '') faults.push('no-private-key');
  else if (!/^-----BEGIN [A-Z ]+-----\r?\n[^]*-----END [A-Z ]+-----/.test(privateKey)) faults.push('bad-private-key');
  if (textAt(key, 'client_email') === '') faults.push('no-client-email');
  if (textAt(key, 'project_id') === '') faults.push('no-project-id');
  return faults;
}

function textAt(key: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(key, name) ? key[name] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
