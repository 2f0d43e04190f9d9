/** What a path of the resource API is about. */
export interface Route {
  group: string;
  version: string;
  /** The plural; absent for the path of a group and version itself. */
  resource?: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

const NAMESPACE_SUBRESOURCES = new Set(['status', 'finalize']);

/** Reads `/api/<version>/...` and `/apis/<group>/<version>/...`; undefined for any other path. */
export function routeOf(pathname: string): Route | undefined {
  const segments = pathname.split('/').slice(1).map(decodeSegment);
  const [root, ...rest] = segments;
  const [group, version, ...tail] = root === 'api' ? ['', ...rest] : root === 'apis' ? rest : [];
  if (group === undefined || version === undefined || segments.includes('')) return undefined;
  const [first, second, third] = tail;
  const isInside = first === 'namespaces' && third !== undefined && !NAMESPACE_SUBRESOURCES.has(third);
  const [resource, name, subresource, ...more] = isInside ? tail.slice(2) : tail;
  if (more.length > 0) return undefined;
  return {
    group,
    version,
    ...(resource === undefined ? {} : { resource }),
    ...(isInside && second !== undefined ? { namespace: second } : {}),
    ...(name === undefined ? {} : { name }),
    ...(subresource === undefined ? {} : { subresource }),
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
