import { SECRET_FIELD, SECRET_SUFFIX, secretFieldOf, type StorageDraft } from '../../manifest/draft.js';
import { isObject, unsetIn } from '../../manifest/json.js';
import { withoutLastApplied } from '../../model/metadata.js';
import type { BackupStorage } from '../../model/types.js';

/** What the server gave to the original and a copy must not claim. */
const IDENTITY = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'finalizers',
  'ownerReferences',
  'managedFields',
] as const;

/** A draft that says what an object says, without its identity and its status. Credentials are named, never read. */
export function cloneOf(object: BackupStorage): StorageDraft {
  const { status: _status, ...rest } = withoutLastApplied(object);
  let copy: BackupStorage = rest;
  for (const field of IDENTITY) copy = unsetIn(copy, ['metadata', field]);
  const provider = copy.spec?.storage?.provider;
  const block = provider === undefined ? undefined : copy.spec?.storage?.[provider];
  if (provider === undefined || !isObject(block)) return { object: copy, credentials: {} };
  const name = secretFieldOf(block);
  const secretName = block[name];
  const field = name === SECRET_FIELD ? {} : { field: name };
  copy = unsetIn(copy, ['spec', 'storage', provider, name]);
  if (typeof secretName !== 'string' || secretName === '')
    return { object: copy, credentials: { [provider]: { mode: 'none', values: {}, ...field } } };
  // The name that would be derived anyway needs no remembering when the name changes.
  const own = secretName === `${copy.metadata?.name ?? ''}${SECRET_SUFFIX}`;
  return {
    object: copy,
    credentials: {
      [provider]: { mode: own ? 'new' : 'existing', values: {}, ...(own ? {} : { secretName }), ...field },
    },
  };
}
