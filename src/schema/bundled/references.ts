import type { StructuralSchema } from '../types.js';
import { atomic, boolean, object, string } from './fields.js';

/** A core/v1 reference inside the namespace. The API server itself fills in the empty name. */
export const localReference = (title: string, description: string, what = 'object') =>
  atomic(title, description, {
    name: string('Name', `Name of the ${what}, in the same namespace.`, { default: '' }),
  });

export const secretReference = (description: string) => localReference('Secret', description, 'Secret');

/** All keys of a ConfigMap or Secret, as `envFrom` takes them. */
export const sourceReference = (what: 'ConfigMap' | 'Secret') =>
  atomic(what, `Take every key of a ${what} as a variable.`, {
    name: string('Name', `Name of the ${what}, in the same namespace.`, { default: '' }),
    optional: optional(what),
  });

/** One key of a ConfigMap or Secret. */
export const keyReference = (what: 'ConfigMap' | 'Secret') =>
  atomic(
    `${what} key`,
    `Take the value from one key of a ${what}.`,
    {
      name: string('Name', `Name of the ${what}, in the same namespace.`, { default: '' }),
      key: string('Key', `Key of the ${what} that holds the value.`),
      optional: optional(what),
    },
    ['key'],
  );

const optional = (what: string) => boolean('Optional', `Let the pod start even if the ${what} or the key is missing.`);

/** A KubeStash reference, which may point into another namespace. */
export const objectReference = (title: string, description: string, what: string) =>
  object(
    title,
    description,
    {
      name: string('Name', `Name of the ${what}.`),
      namespace: string('Namespace', `Namespace of the ${what}; empty means that of this object.`),
    },
    { required: ['name'] },
  );

/** A KubeStash reference to an object of any kind, such as the application that is backed up. */
export const typedReference = (
  title: string,
  description: string,
  more?: Record<string, StructuralSchema>,
): StructuralSchema =>
  object(
    title,
    description,
    {
      apiGroup: string('API group', 'API group of the object, e.g. apps; empty for the core group.'),
      kind: string('Kind', 'Kind of the object, e.g. StatefulSet or Postgres.'),
      name: string('Name', 'Name of the object.'),
      namespace: string('Namespace', 'Namespace of the object; empty means that of the referring object.'),
      ...more,
    },
    { required: ['name'] },
  );
