import { readAwsCredentials } from '../../model/credentials/aws.js';
import { readConnectionString } from '../../model/credentials/azure.js';
import { readServiceAccountKey } from '../../model/credentials/service-account.js';
import type { FieldPath } from '../../schema/types.js';

/** What a text that was pasted, dropped or chosen fills in. */
export interface Fill {
  /** By Secret key; these replace what is there. */
  values: Readonly<Record<string, string>>;
  /** By Secret key; these only where nothing is. */
  emptyValues?: Readonly<Record<string, string>>;
  /** A field of the storage, only where nothing is. */
  emptyField?: { path: FieldPath; value: string };
  /** Which one of several it is; may be empty. */
  profile: string;
  temporary: boolean;
}

/** What a text means for the field it was put into; nothing when it is just a value. Several: one is to be chosen. */
export function fillsFor(key: string, text: string): readonly Fill[] {
  switch (key) {
    case 'AWS_ACCESS_KEY_ID':
    case 'AWS_SECRET_ACCESS_KEY':
      return awsFills(text);
    case 'GOOGLE_PROJECT_ID':
    case 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY':
      return googleFills(text);
    case 'AZURE_ACCOUNT_KEY':
      return azureFills(text);
    default:
      return [];
  }
}

function awsFills(text: string): Fill[] {
  const { profiles, keysOf } = readAwsCredentials(text);
  return profiles.map(({ name, temporary }, index) => {
    const { accessKeyId, secretAccessKey } = keysOf(index)!;
    return {
      values: {
        ...(accessKeyId ? { AWS_ACCESS_KEY_ID: accessKeyId } : {}),
        ...(secretAccessKey ? { AWS_SECRET_ACCESS_KEY: secretAccessKey } : {}),
      },
      profile: name,
      temporary,
    };
  });
}

/** Any JSON object that Google's tools write; its faults are told at the field. */
function googleFills(text: string): Fill[] {
  const { projectId, faults } = readServiceAccountKey(text);
  if (faults.some((fault) => ['empty', 'not-json', 'not-object', 'no-type', 'wrong-type'].includes(fault))) return [];
  return [
    {
      values: { GOOGLE_SERVICE_ACCOUNT_JSON_KEY: text },
      ...(projectId === undefined ? {} : { emptyValues: { GOOGLE_PROJECT_ID: projectId } }),
      profile: '',
      temporary: false,
    },
  ];
}

function azureFills(text: string): Fill[] {
  const parts = readConnectionString(text);
  if (!parts) return [];
  return [
    {
      values: { AZURE_ACCOUNT_KEY: parts.key },
      emptyField: { path: ['spec', 'storage', 'azure', 'storageAccount'], value: parts.account },
      profile: '',
      temporary: false,
    },
  ];
}
