import { atomic, boolean, listOf, object, quantity, string } from './fields.js';
import { keyReference, sourceReference } from './references.js';

export const fieldReference = () =>
  atomic(
    'Pod field',
    'Take the value from a field of the pod itself.',
    {
      fieldPath: string('Field path', 'Path of the field, e.g. metadata.name, spec.nodeName or status.podIP.'),
      apiVersion: string('API version', 'Version of the pod schema that the path is written for; v1 if empty.'),
    },
    ['fieldPath'],
  );

export const resourceFieldReference = () =>
  atomic(
    'Container resource',
    'Take the value from a request or limit of a container.',
    {
      resource: string('Resource', 'The request or limit to read, e.g. limits.cpu or requests.memory.'),
      containerName: string('Container name', 'Container to read from; needed in volumes, optional in variables.'),
      divisor: quantity('Divisor', 'Unit to express the value in, e.g. 1m for CPU or 1Mi for memory; 1 if empty.'),
    },
    ['resource'],
  );

const fileKeyReference = () =>
  atomic(
    'File key',
    'Take the value from one key of a file of NAME=value lines in a volume.',
    {
      volumeName: string('Volume name', 'Name of the pod volume that holds the file.'),
      path: string('Path', 'Relative path of the file inside the volume, without "..".'),
      key: string('Key', 'Name of the variable to read from the file.'),
      optional: boolean('Optional', 'Leave the variable out when the file or the key is missing.', { default: false }),
    },
    ['key', 'path', 'volumeName'],
  );

export const environment = (title: string, description: string) =>
  listOf(
    title,
    description,
    object(
      'Variable',
      'One environment variable, with a literal value or a source for it.',
      {
        name: string('Name', 'Name of the variable, e.g. HTTPS_PROXY.'),
        value: string('Value', 'Literal value; $(OTHER) is replaced by a variable defined earlier.'),
        valueFrom: object('Value from', 'Where to take the value from instead; choose exactly one source.', {
          configMapKeyRef: keyReference('ConfigMap'),
          secretKeyRef: keyReference('Secret'),
          fieldRef: fieldReference(),
          resourceFieldRef: resourceFieldReference(),
          fileKeyRef: fileKeyReference(),
        }),
      },
      { required: ['name'] },
    ),
  );

export const environmentSources = () =>
  listOf(
    'Environment sources',
    'ConfigMaps and Secrets whose keys all become variables; on a clash the last source wins.',
    object('Source', 'One ConfigMap or Secret to import.', {
      prefix: string('Prefix', 'Text put in front of every key, e.g. AWS_.'),
      configMapRef: sourceReference('ConfigMap'),
      secretRef: sourceReference('Secret'),
    }),
  );
