// The schema that all forms are made of: the library's own bundled one.
import { backupStorageSchema } from '../../dist/schema/bundled/backup-storage.js';

const name = { type: 'string', minLength: 1 };

/** What a user enters: without status, and with the two fields of metadata that every form asks for. */
export function formSchema() {
  const { properties } = JSON.parse(JSON.stringify(backupStorageSchema()));
  return {
    type: 'object',
    required: ['metadata', 'spec'],
    properties: {
      metadata: { type: 'object', required: ['name'], properties: { name, namespace: { type: 'string' } } },
      spec: properties.spec,
    },
  };
}
