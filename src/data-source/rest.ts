/** A backend that is not Kubernetes: `data-source/rest`. */
import { parseSelector } from '../model/label-selector.js';
import type { ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import { isJsonObject, jsonIfAny, parsedJson, type JsonObject } from './http/answer.js';
import { exchange, type Effect } from './http/exchange.js';
import { warningTexts } from './http/headers.js';
import { completed } from './http/objects.js';
import { fetchTransport, type FetchTransportOptions } from './fetch-transport.js';
import { requestFault } from './request-faults.js';
import { encodeSegment, type KubeRequest } from './transport.js';
import type { CallOptions, DataSource, DeleteResult, ListOptions, ListPage, ObjectKey, WriteResult } from './types.js';

/**
 * A URL, or undefined for a type that the backend does not have. In a string `{resource}`, `{kind}`, `{group}`,
 * `{namespace}` and `{name}` are replaced.
 */
export type RestUrl<Arguments extends unknown[]> =
  string | ((type: ResourceType, ...rest: Arguments) => string | undefined);

export interface RestOptions extends Pick<FetchTransportOptions, 'headers' | 'credentials' | 'fetch'> {
  list: RestUrl<[options: ListOptions]>;
  get: RestUrl<[key: ObjectKey]>;
  /** Absent where nothing can be created: the elements then offer no form. */
  create?: RestUrl<[key: ObjectKey]>;
  delete?: RestUrl<[key: ObjectKey]>;
  /**
   * The backend knows `POST create?dryRun=All`: it checks the object, answers it as it would be stored, and stores
   * nothing. Otherwise trying out asks nobody, and an object that is refused is refused when it is created.
   */
  dryRun?: boolean;
}

/**
 * A few URLs and JSON. The objects are those of the Kubernetes API: `metadata` with name, namespace and
 * creationTimestamp, `spec`, `status`. What the backend has to answer:
 *
 * - `GET list`: `[object, ...]` or `{ "items": [object, ...], "continue": "token of the next page" }`. It may answer
 *   more than was asked for: namespace and labels are filtered again.
 * - `GET get`: the object; 404 when there is none.
 * - `POST create` with an object: the object as it was stored, or nothing.
 * - `DELETE delete`: anything with 2xx; an object with a `metadata.deletionTimestamp` is still being deleted.
 * - errors: 4xx or 5xx, with `{ "message": "a sentence for people" }`, or a Kubernetes Status.
 *
 * With a string for `list`, the next page is asked for with `continue=<token>`; a function finds it in its options.
 * Nothing can be watched: lists are asked for again every half minute.
 *
 * @example
 * ```ts
 * const source = restDataSource({
 *   list: '/api/{resource}?namespace={namespace}',
 *   get: '/api/{resource}/{namespace}/{name}',
 *   headers: () => ({ 'X-Session': session.id }),
 * });
 * ```
 */
export function restDataSource(options: RestOptions): DataSource {
  const send = async <R>(
    effect: Effect,
    parts: Pick<KubeRequest, 'type' | 'signal'> & Partial<KubeRequest> & { url: string | undefined },
    read: (response: Response) => Promise<R>,
  ): Promise<R> => {
    const { url, query = {}, ...rest } = parts;
    if (url === undefined) throw requestFault('no-resource', about(parts.type?.resource ?? '', 'The backend has no '));
    const transport = fetchTransport({ ...options, path: () => withQuery(url, query) });
    const headers = { Accept: 'application/json', ...(rest.body ? { 'Content-Type': 'application/json' } : {}) };
    const request = { method: 'GET', query: {}, headers, watch: false, ...rest } as const;
    return exchange(transport, request, effect, read);
  };

  const source: DataSource = {
    list: async <T extends KubernetesObject>(type: ResourceType, call: ListOptions = {}): Promise<ListPage<T>> => {
      const { signal, namespace = '', continue: next } = call;
      const url = urlOf(options.list, type, { name: '', namespace }, call);
      const query: Record<string, string> =
        next !== undefined && typeof options.list === 'string' ? { continue: next } : {};
      return send('read', { url, query, type, signal }, async (response) =>
        pageOf<T>(type, parsedJson(await response.text()), call),
      );
    },
    get: async <T extends KubernetesObject>(type: ResourceType, key: ObjectKey, call: CallOptions = {}): Promise<T> => {
      const parts = { url: urlOf(options.get, type, named(key), key), type, signal: call.signal };
      return send('read', parts, async (response) => restObject<T>(type, await jsonIfAny(response)));
    },
  };

  const { create: createUrl, delete: deleteUrl } = options;
  if (createUrl !== undefined)
    source.create = async <T extends KubernetesObject>(
      type: ResourceType,
      object: T,
      call: { dryRun?: boolean; signal?: AbortSignal } = {},
    ): Promise<WriteResult<T>> => {
      const { dryRun = false, signal } = call;
      // Sent to a backend that does not know it, a dry run would create the object.
      if (dryRun && !options.dryRun) return { object: completed<T>(type, object), warnings: [] };
      const key = { name: '', ...object.metadata };
      const body = JSON.stringify(completed(type, object));
      const query: Record<string, string> = dryRun ? { dryRun: 'All' } : {};
      const parts = { method: 'POST', url: urlOf(createUrl, type, key, key), type, body, query, signal } as const;
      return send(dryRun ? 'dry-run' : 'write', parts, async (response) => ({
        object: restObject<T>(type, (await jsonIfAny(response)) ?? (object as JsonObject)),
        warnings: warningTexts(response.headers.get('Warning')),
      }));
    };
  if (deleteUrl !== undefined)
    source.delete = async (type, key, call = {}): Promise<DeleteResult> => {
      // A backend that does not know preconditions would delete whatever has the name now.
      if (call.preconditions || call.dryRun) throw requestFault('no-preconditions', { outcome: 'not-applied' });
      const parts = {
        method: 'DELETE',
        url: urlOf(deleteUrl, type, named(key), key),
        type,
        signal: call.signal,
      } as const;
      return send('write', parts, async (response) => {
        const answer = parsedJson(await response.text());
        const object = isJsonObject(answer) && isJsonObject(answer['metadata']) ? restObject(type, answer) : undefined;
        return object?.metadata?.deletionTimestamp ? { outcome: 'deleting', object } : { outcome: 'gone' };
      });
    };
  return source;
}

/** The URL of an object without a name may be that of all of them. */
function named(key: ObjectKey): ObjectKey {
  encodeSegment(key.name);
  return key;
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${text}`;
}

function urlOf<A>(url: RestUrl<[A]>, type: ResourceType, key: ObjectKey, argument: A): string | undefined {
  if (typeof url === 'function') return url(type, argument);
  const { resource, kind, group } = type;
  const values: Record<string, string> = { resource, kind, group, namespace: key.namespace ?? '', name: key.name };
  return url.replace(/\{(\w+)\}/g, (whole, field: string) =>
    Object.hasOwn(values, field) ? (values[field] && encodeSegment(values[field])) || '' : whole,
  );
}

function pageOf<T extends KubernetesObject>(type: ResourceType, answer: unknown, options: ListOptions): ListPage<T> {
  const { items, ...rest }: JsonObject = Array.isArray(answer) ? { items: answer } : isJsonObject(answer) ? answer : {};
  if (!Array.isArray(items)) throw requestFault('not-a-list');
  const meant = filterOf(type, options);
  const objects = items.filter(isJsonObject).map((item) => restObject<T>(type, item));
  const next = rest['continue'] ?? (isJsonObject(rest['metadata']) ? rest['metadata']['continue'] : undefined);
  return {
    items: objects.filter(meant).map((object) => (options.metadataOnly ? metadataOf(object) : object)),
    resourceVersion: typeof rest['resourceVersion'] === 'string' ? rest['resourceVersion'] : '',
    ...(typeof next === 'string' && next !== '' ? { continue: next } : {}),
  };
}

function filterOf(type: ResourceType, options: ListOptions): (object: KubernetesObject) => boolean {
  const { namespace, labelSelector, fieldSelector } = options;
  const [, field, value] = /^metadata\.(name|namespace)==?([^,]*)$/.exec(fieldSelector ?? '') ?? [];
  if (fieldSelector && !field)
    throw requestFault('no-selection', about(fieldSelector, 'This backend cannot select by '));
  const labels = labelSelector ? parseSelector(labelSelector) : () => true;
  return ({ metadata }) =>
    (!namespace || !type.namespaced || metadata?.namespace === namespace) &&
    (!field || metadata?.[field as 'name' | 'namespace'] === value) &&
    labels(metadata?.labels ?? {});
}

function metadataOf<T extends KubernetesObject>({ apiVersion, kind, metadata }: T): T {
  return { apiVersion, kind, metadata } as T;
}

/** An object with what the rest of the library tells objects apart by: a backend may well have no uids. */
function restObject<T extends KubernetesObject>(type: ResourceType, body: JsonObject | undefined): T {
  const { metadata } = body ?? {};
  if (!isJsonObject(metadata) || typeof metadata['name'] !== 'string' || metadata['name'] === '')
    throw requestFault('not-an-object', {
      message: 'The backend answered something that is not an object with a name.',
    });
  const { name, namespace } = metadata as { name: string; namespace?: string };
  const uid = metadata['uid'] ?? `${type.resource}/${namespace ?? ''}/${name}`;
  return completed<T>(type, { ...body, metadata: { ...metadata, uid } } as KubernetesObject);
}

/** What a fault is about: for the page, and in a sentence for logs. */
function about(name: string, sentence: string): { message: string; causes: { message: string }[] } {
  return { message: `${sentence}${name}.`, causes: [{ message: name }] };
}
