import { apiVersionOf, type ResourceType } from '../../../model/resources.js';
import type { KubernetesObject } from '../../../model/types.js';
import type { ObjectKey, WatchEvent } from '../../types.js';
import { failureStatus, refusal } from '../status.js';
import { jsonAnswer } from './answers.js';
import type { ServerExchange } from './exchange.js';
import { formed, formFor, tableFor } from './forms.js';
import { flagIn, numberIn, selectionIn } from './parameters.js';
import { watchBody } from './watch-body.js';

export async function answerGet(exchange: ServerExchange, type: ResourceType, key: ObjectKey): Promise<Response> {
  const form = formFor(exchange);
  const object = await exchange.source.get(type, key, { signal: exchange.request.signal });
  return jsonAnswer(formed(exchange, type, object, form));
}

export async function answerList(
  exchange: ServerExchange,
  type: ResourceType,
  namespace: string | undefined,
): Promise<Response> {
  const { query, source } = exchange;
  const form = formFor(exchange);
  const isPartial = form === 'PartialObjectMetadata';
  const limit = numberIn(query, 'limit');
  const next = query.get('continue');
  const page = await source.list(type, {
    ...selectionIn(exchange, namespace),
    ...(limit === undefined ? {} : { limit }),
    ...(next ? { continue: next } : {}),
    metadataOnly: isPartial,
  });
  const metadata = {
    resourceVersion: page.resourceVersion,
    ...(page.continue === undefined ? {} : { continue: page.continue }),
    ...(page.remainingItemCount === undefined ? {} : { remainingItemCount: page.remainingItemCount }),
  };
  if (form === 'Table') return jsonAnswer(tableFor(exchange, type, page.items, metadata));
  return jsonAnswer({
    kind: isPartial ? 'PartialObjectMetadataList' : `${type.kind}List`,
    apiVersion: isPartial ? 'meta.k8s.io/v1' : apiVersionOf(type),
    metadata,
    // Items of built-in kinds do not say what they are.
    items: type.group === '' && !isPartial ? page.items.map(withoutTypeMeta) : page.items,
  });
}

export async function answerWatch(
  exchange: ServerExchange,
  type: ResourceType,
  namespace: string | undefined,
): Promise<Response> {
  const { query, source, cluster } = exchange;
  const form = formFor(exchange);
  if (query.has('sendInitialEvents')) throw watchListUnsupported();
  const timeoutSeconds = numberIn(query, 'timeoutSeconds');
  const events = source.watch(type, {
    ...selectionIn(exchange, namespace),
    resourceVersion: query.get('resourceVersion') ?? '',
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  });
  let rows = 0;
  const lineFor = ({ type: kind, object }: WatchEvent<KubernetesObject>): unknown => {
    if (kind === 'BOOKMARK') return flagIn(query, 'allowWatchBookmarks') ? { type: kind, object } : undefined;
    if (form !== 'Table') return { type: kind, object: formed(exchange, type, object, form) };
    const metadata = { resourceVersion: object.metadata?.resourceVersion };
    return { type: kind, object: tableFor(exchange, type, [object], metadata, rows++ === 0) };
  };
  const body = await watchBody(cluster, type, events[Symbol.asyncIterator](), lineFor);
  return new Response(body, { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache, private' } });
}

function withoutTypeMeta({ apiVersion: _version, kind: _kind, ...rest }: KubernetesObject): KubernetesObject {
  return rest;
}

/** Clients that are told this list first, and watch then. */
function watchListUnsupported() {
  const message = 'Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled';
  return refusal(
    failureStatus({
      code: 422,
      reason: 'Invalid',
      message: `ListOptions.meta.k8s.io "" is invalid: sendInitialEvents: ${message}`,
      details: {
        group: 'meta.k8s.io',
        kind: 'ListOptions',
        causes: [{ reason: 'FieldValueForbidden', message, field: 'sendInitialEvents' }],
      },
    }),
  );
}
