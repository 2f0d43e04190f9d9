import type { ResourceType } from '../../model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../model/types.js';
import type { StatusCause } from '../errors.js';
import { hasWebhooks, mutate, validate, webhookUnreachable, type Webhooks } from './admission.js';
import type { Body } from './intake.js';
import { mutableCopy } from './json.js';
import { metaCauses } from './object-meta.js';
import type { SchemaChecks } from './schema-checks.js';
import { isSecret, secretCauses } from './secrets.js';
import { invalid } from './status.js';

/** What a write is checked against. */
export interface Surroundings {
  type: ResourceType;
  checks: SchemaChecks;
  webhooks: Webhooks;
  /** The operator, and its webhooks with it, does not answer. */
  webhookDown: boolean;
  /** All stored objects of the type. */
  all: () => Iterable<KubernetesObject>;
}

/**
 * Everything between decoding and storing, in the server's order: defaulting, mutating webhook, schema validation,
 * validating webhook. Answers the object to store.
 */
export function admit(body: Body, old: KubernetesObject | undefined, around: Surroundings): Body {
  const { type, checks, webhooks, webhookDown } = around;
  const called = hasWebhooks(type) ? webhooks : { mutating: false, validating: false };
  checks.complete(body);
  let object = body;
  if (called.mutating) {
    if (webhookDown) throw webhookUnreachable('mbackupstorage.kb.io');
    object = mutableCopy(mutate(body as BackupStorage)) as Body;
    // The server defaults again what a webhook has changed.
    checks.complete(object);
  }
  const causes = [...metaCauses(type, object.metadata), ...finalizerCauses(object, old), ...checks.causes(object)];
  if (isSecret(type)) causes.push(...secretCauses(object as Secret, old as Secret | undefined));
  if (causes.length > 0) throw invalid({ kind: type.kind, group: type.group, name: object.metadata.name }, causes);
  if (called.validating) {
    if (webhookDown) throw webhookUnreachable('vbackupstorage.kb.io');
    validate({ storage: object as BackupStorage, old: old as BackupStorage | undefined, all: around.all() });
  }
  return object;
}

/** Nobody can keep an object from going once it is being deleted. */
function finalizerCauses(object: Body, old: KubernetesObject | undefined): StatusCause[] {
  if (!old?.metadata?.deletionTimestamp) return [];
  const added = (object.metadata.finalizers ?? []).filter((name) => !old.metadata?.finalizers?.includes(name));
  if (added.length === 0) return [];
  const list = added.map((name) => JSON.stringify(name)).join(', ');
  const message = `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`;
  return [{ reason: 'FieldValueForbidden', message, field: 'metadata.finalizers' }];
}
