import type { ResourceType } from '../model/resources.js';
import { forbidden, methodNotAllowed } from './refusal.js';
import { OPENAPI_PATHS, RULES, type Verb } from './rules.js';

/** A request that the rules let through. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly verb: Verb;
  /** Absent for the OpenAPI documents. */
  readonly type?: ResourceType;
  /** The API server's own path. */
  readonly path: string;
}

/** Where the cluster's API begins in the gateway's paths. */
export const PREFIX = '/cluster';

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const;
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Matches the method and the path (below {@link PREFIX}) against the rules, or throws. */
export function routeOf(method: string, path: string, query: URLSearchParams): Route {
  const known = METHODS.find((each) => each === method);
  if (!known) throw methodNotAllowed(`This gateway takes ${METHODS.join(', ')}; not ${method}.`);
  if (OPENAPI_PATHS.has(path)) {
    if (known !== 'GET') throw methodNotAllowed('The OpenAPI documents can only be read.');
    return { method: known, verb: 'get', path };
  }
  for (const { type, verbs, only } of RULES) {
    const place = placeIn(type, path);
    if (!place) continue;
    const verb = verbOf(known, place.name !== undefined, isWatch(query));
    if (only !== undefined && place.name !== only) break;
    if (verb && verbs.includes(verb) && isPlaced(type, verb, place)) return { method: known, verb, type, path };
    throw forbidden(
      `This gateway does not let this through: of ${type.resource} it knows ${verbs.join(', ')}. Use kubectl for it.`,
    );
  }
  throw forbidden('This gateway leads to BackupStorages and what belongs to them only. Use kubectl for all else.');
}

interface Place {
  readonly namespace?: string;
  readonly name?: string;
}

/** Which object or collection of this type a path names; undefined for any other path, subresources included. */
function placeIn({ group, version, resource, namespaced }: ResourceType, path: string): Place | undefined {
  const root = group === '' ? `/api/${version}/` : `/apis/${group}/${version}/`;
  if (!path.startsWith(root)) return undefined;
  const segments = path.slice(root.length).split('/');
  const inside = namespaced && segments[0] === 'namespaces';
  const [plural, name, ...more] = inside ? segments.slice(2) : segments;
  const namespace = inside ? segments[1] : undefined;
  if (plural !== resource || more.length > 0) return undefined;
  if ([namespace, name].some((each) => each !== undefined && !NAME.test(each))) return undefined;
  return { ...(namespace === undefined ? {} : { namespace }), ...(name === undefined ? {} : { name }) };
}

const OF_OBJECTS: Readonly<Record<string, Verb>> = { GET: 'get', PATCH: 'patch', DELETE: 'delete' };
const OF_COLLECTIONS: Readonly<Record<string, Verb>> = { GET: 'list', POST: 'create' };

/** Undefined for what is no verb here, such as the deletion of a whole collection. */
function verbOf(method: Route['method'], isNamed: boolean, watches: boolean): Verb | undefined {
  const verb = (isNamed ? OF_OBJECTS : OF_COLLECTIONS)[method];
  return verb === 'list' && watches ? 'watch' : verb;
}

/** As the API server reads it: anything but these is a yes, even nothing. */
function isWatch(query: URLSearchParams): boolean {
  return query.getAll('watch').some((value) => !['false', '0'].includes(value.toLowerCase()));
}

/** Only lists and watches go over all namespaces. */
function isPlaced({ namespaced }: ResourceType, verb: Verb, { namespace }: Place): boolean {
  return !namespaced || namespace !== undefined || verb === 'list' || verb === 'watch';
}
