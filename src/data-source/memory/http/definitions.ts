import { bundledCrd } from '../../../schema/bundled/index.js';
import { toDataSourceError } from '../../errors.js';
import { methodNotAllowed, notFound } from '../status.js';
import { jsonAnswer } from './answers.js';
import { CUSTOM_RESOURCE_DEFINITIONS } from './discovery.js';
import { servedTypes, type ServerExchange } from './exchange.js';
import { formed, formFor } from './forms.js';

/** The CRDs of the types that are installed, for whoever may read them. */
export async function answerDefinitions(exchange: ServerExchange, name: string | undefined): Promise<Response> {
  const { request, source, cluster } = exchange;
  if (request.method !== 'GET') throw methodNotAllowed();
  const type = CUSTOM_RESOURCE_DEFINITIONS;
  try {
    if (name === undefined) await source.list(type, { signal: request.signal });
    else await source.get(type, { name }, { signal: request.signal });
  } catch (thrown) {
    // The cluster holds no such objects: whoever gets as far as this may read them.
    if (toDataSourceError(thrown).code !== 'not-found') throw thrown;
  }
  const items = servedTypes(exchange).flatMap((each) => bundledCrd(each) ?? []);
  if (name === undefined) {
    const { resourceVersion } = cluster;
    const list = { kind: 'CustomResourceDefinitionList', apiVersion: 'apiextensions.k8s.io/v1' };
    return jsonAnswer({ ...list, metadata: { resourceVersion }, items });
  }
  const found = items.find(({ metadata }) => metadata.name === name);
  if (!found) throw notFound(type, name);
  return jsonAnswer(formed(exchange, type, found, formFor(exchange)));
}
