import { failureStatus, refusal } from '../status.js';

/** What a client wants objects turned into; `object` is no turning. */
export type Form = 'object' | 'Table' | 'PartialObjectMetadata';

/** The first form of an Accept header that there is. Throws 406 when the client takes no JSON. */
export function acceptedForm(header: string | null): Form {
  for (const { mediaType, parameters } of mediaTypes(header ?? '')) {
    if (!['application/json', '*/*', 'application/*', ''].includes(mediaType)) continue;
    const form = parameters.get('as');
    if (form === undefined) return 'object';
    if (parameters.get('g') !== 'meta.k8s.io' || parameters.get('v') !== 'v1') continue;
    if (form === 'Table') return form;
    if (form === 'PartialObjectMetadata' || form === 'PartialObjectMetadataList') return 'PartialObjectMetadata';
  }
  const message = 'only the following media types are accepted: application/json';
  throw refusal(failureStatus({ code: 406, reason: 'NotAcceptable', message }));
}

/** The version of aggregated discovery that is wanted; undefined for the discovery of old. */
export function aggregatedDiscovery(header: string | null): 'v2' | 'v2beta1' | undefined {
  for (const { parameters } of mediaTypes(header ?? '')) {
    const version = parameters.get('v');
    if (parameters.get('g') === 'apidiscovery.k8s.io' && (version === 'v2' || version === 'v2beta1')) return version;
  }
  return undefined;
}

function mediaTypes(header: string): { mediaType: string; parameters: Map<string, string> }[] {
  return header.split(',').map((part) => {
    const [mediaType = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const pairs = parameters.map((pair) => pair.split('=')).map(([key = '', value = '']) => [key, value] as const);
    return { mediaType: mediaType.toLowerCase(), parameters: new Map(pairs) };
  });
}
