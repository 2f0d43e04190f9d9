import { apiVersionOf, NAMESPACES, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { ApplyOptions, DeleteOptions, DeleteResult, ObjectKey, PatchOptions, WriteOptions } from '../types.js';
import type { Webhooks } from './admission.js';
import { deleteObject } from './deletion.js';
import { afterUpdate, type ManagedFieldsEntry, type Writer } from './field-managers.js';
import type { StoredObject } from './event-window.js';
import { nameSuffix, newUid, timestamp } from './identity.js';
import { takeIn, type Body } from './intake.js';
import { keyOf, specOf } from './host-writes.js';
import { frozenCopy, sameJson } from './json.js';
import type { SchemaChecks } from './schema-checks.js';
import { mergedByApply } from './server-side-apply.js';
import { alreadyExists, badRequest, conflict, forbidden, invalid, notFound, STALE } from './status.js';
import { completeNamespace, type Store } from './store.js';
import { keepServerOwned, patched, unknownInPatch } from './updates.js';
import { admit } from './validation.js';

/** What every write needs to know of the cluster. */
export interface WriteEnvironment {
  store: Store;
  now: () => number;
  webhooks: Webhooks;
  webhookDown: () => boolean;
}

/** A write's answer: frozen, and safe to hand out. */
export interface Written {
  readonly object: KubernetesObject;
  readonly warnings: readonly string[];
}

/** The manager of who does not say who they are. */
const UNKNOWN_MANAGER = 'unknown';

/** The write half of the API server. Synchronous, so that no write sees half of another. */
export class Writes {
  constructor(private readonly environment: WriteEnvironment) {}

  create(type: ResourceType, object: unknown, options: WriteOptions, checks: SchemaChecks): Written {
    const { body, warnings } = takeIn(type, object, options.fieldValidation, checks);
    const writer = this.#writer(type, options.fieldManager ?? UNKNOWN_MANAGER, 'Update');
    return { object: this.#create(type, body, options, checks, writer), warnings };
  }

  /** PUT: the whole object, with the resourceVersion that it was read at. */
  update(type: ResourceType, object: unknown, options: WriteOptions, checks: SchemaChecks): Written {
    const { body, warnings } = takeIn(type, object, options.fieldValidation, checks);
    const existing = this.#existing(type, keyOf(body));
    // Secrets and Namespaces may be replaced unseen; custom resources may not.
    if (!body.metadata.resourceVersion && type.group !== '')
      throw invalid({ kind: type.resource, group: type.group, name: existing.metadata.name }, [
        {
          reason: 'FieldValueInvalid',
          message: 'Invalid value: 0x0: must be specified for an update',
          field: 'metadata.resourceVersion',
        },
      ]);
    const writer = this.#writer(type, options.fieldManager ?? UNKNOWN_MANAGER, 'Update');
    return { object: this.#replace(type, existing, body, options, checks, writer), warnings };
  }

  patch(type: ResourceType, key: ObjectKey, patch: unknown, options: PatchOptions, checks: SchemaChecks): Written {
    const existing = this.#existing(type, key);
    const { body, warnings } = takeIn(
      type,
      patched(existing, patch, options.type),
      options.fieldValidation,
      checks,
      (fault, value) => unknownInPatch(type, fault, value),
    );
    if (body.metadata.name !== existing.metadata.name)
      throw badRequest(
        `the name of the object (${body.metadata.name ?? ''}) does not match the name on the URL (${existing.metadata.name})`,
      );
    if (body.metadata.namespace !== existing.metadata.namespace)
      throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
    const writer = this.#writer(type, options.fieldManager ?? UNKNOWN_MANAGER, 'Update');
    return { object: this.#replace(type, existing, body, options, checks, writer), warnings };
  }

  apply(type: ResourceType, object: unknown, options: ApplyOptions, checks: SchemaChecks): Written {
    const writer = this.#writer(type, options.fieldManager ?? 'backupstorage-elements', 'Apply');
    const live = this.environment.store.get(type, keyOf(object as KubernetesObject));
    const { configuration, warnings, merge } = mergedByApply(type, object, writer, options, checks);
    if (!live) return { object: this.#create(type, configuration, options, checks, writer), warnings };
    const { object: body, entries } = merge(live);
    return { object: this.#replace(type, live, body, options, checks, writer, entries), warnings };
  }

  delete(type: ResourceType, key: ObjectKey, options: DeleteOptions): DeleteResult {
    return deleteObject(this.environment, type, key, options);
  }

  #create(
    type: ResourceType,
    body: Body,
    options: WriteOptions,
    checks: SchemaChecks,
    writer: Writer,
  ): KubernetesObject {
    const { store, now } = this.environment;
    const { metadata } = body;
    if (type.namespaced) this.#checkNamespace(type, metadata.namespace ?? '', metadata.name ?? '');
    else delete metadata.namespace;
    if (!metadata.name && metadata.generateName) {
      do metadata.name = metadata.generateName + nameSuffix();
      while (store.get(type, keyOf(body)));
    }
    // What only the server writes; whoever sends it is not heard.
    for (const key of ['resourceVersion', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'managedFields'] as const)
      delete metadata[key];
    metadata.uid = newUid();
    metadata.creationTimestamp = timestamp(now());
    if (type.group === '') delete metadata.generation;
    else metadata.generation = 1;
    delete body.status;
    const admitted = this.#admit(
      type,
      type.kind === NAMESPACES.kind ? completeNamespace(body) : body,
      undefined,
      checks,
    );
    if (store.get(type, keyOf(admitted))) throw alreadyExists(type, admitted.metadata.name ?? '');
    const managed = afterUpdate([], undefined, admitted, writer);
    if (managed.length > 0) admitted.metadata.managedFields = managed;
    return options.dryRun ? frozenCopy(admitted) : store.put(type, admitted, 'call');
  }

  #replace(
    type: ResourceType,
    existing: StoredObject,
    body: Body,
    options: WriteOptions,
    checks: SchemaChecks,
    writer: Writer,
    appliedEntries?: readonly ManagedFieldsEntry[],
  ): KubernetesObject {
    const { store } = this.environment;
    const { metadata } = body;
    const known = existing.metadata;
    if (metadata.resourceVersion && metadata.resourceVersion !== known.resourceVersion)
      throw conflict(type, known.name, STALE);
    if (metadata.uid && metadata.uid !== known.uid)
      throw conflict(
        type,
        known.name,
        `Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${known.uid}`,
      );
    keepServerOwned(body, existing);
    const admitted = this.#admit(
      type,
      type.kind === NAMESPACES.kind ? completeNamespace(body) : body,
      existing,
      checks,
    );
    const entries = (known.managedFields ?? []) as ManagedFieldsEntry[];
    // As on a real server, an object that nobody's fields are tracked of stays so until its first apply.
    const managed = appliedEntries ?? (entries.length === 0 ? [] : afterUpdate(entries, existing, admitted, writer));
    if (managed.length > 0) admitted.metadata.managedFields = [...managed];
    if (known.generation !== undefined && !sameJson(specOf(existing), specOf(admitted)))
      admitted.metadata.generation = known.generation + 1;
    // A write that changes nothing makes no event and no new resourceVersion.
    if (sameJson(admitted, existing)) return existing;
    if (options.dryRun) return frozenCopy(admitted);
    if (known.deletionTimestamp && !admitted.metadata.finalizers?.length) {
      store.remove(type, existing.metadata, 'call');
      return frozenCopy(admitted);
    }
    return store.put(type, admitted, 'call');
  }

  #admit(type: ResourceType, body: Body, old: StoredObject | undefined, checks: SchemaChecks): Body {
    const { store, webhooks, webhookDown } = this.environment;
    const all = (): Iterable<KubernetesObject> => store.bucket(type)?.objects.values() ?? [];
    return admit(body, old, { type, checks, webhooks, webhookDown: webhookDown(), all });
  }

  #existing(type: ResourceType, key: ObjectKey): StoredObject {
    const existing = this.environment.store.get(type, key);
    if (!existing) throw notFound(type, key.name);
    return existing;
  }

  #checkNamespace(type: ResourceType, namespace: string, name: string): void {
    const { store } = this.environment;
    // A cluster that does not serve Namespaces cannot say which are missing.
    if (!store.bucket(NAMESPACES)) return;
    const object = store.get(NAMESPACES, { name: namespace });
    if (!object) throw notFound(NAMESPACES, namespace);
    if (object.metadata.deletionTimestamp)
      throw forbidden(
        type,
        name,
        `unable to create new content in namespace ${namespace} because it is being terminated`,
        [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      );
  }

  #writer(type: ResourceType, manager: string, operation: Writer['operation']): Writer {
    return { manager, operation, apiVersion: apiVersionOf(type), time: timestamp(this.environment.now()) };
  }
}
