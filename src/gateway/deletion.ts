import { isJsonObject } from '../data-source/http/answer.js';
import { SECRETS } from '../model/resources.js';
import { objectIn } from './body.js';
import { forbidden } from './refusal.js';
import type { Route } from './routes.js';

/**
 * The options of a deletion, written anew: what is checked is what is sent. A Secret is deleted only as the one that was
 * seen: nobody else's, and not after somebody has changed it.
 */
export function deletionOf({ type }: Route, body: string, query: Record<string, string>): string {
  const { preconditions, dryRun } = objectIn(body);
  const { uid, resourceVersion } = isJsonObject(preconditions) ? preconditions : {};
  const given = Object.entries({ uid, resourceVersion }).filter(([, value]) => typeof value === 'string' && value);
  if (type === SECRETS && given.length < 2)
    throw forbidden(
      'This gateway deletes a Secret only with the uid and the resourceVersion it was read with, as preconditions.',
    );
  // A server that is given a body does not read the query.
  const isDry = dryRun !== undefined || query['dryRun'] !== undefined;
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    ...(given.length > 0 ? { preconditions: Object.fromEntries(given) } : {}),
    ...(isDry ? { dryRun: ['All'] } : {}),
  });
}
