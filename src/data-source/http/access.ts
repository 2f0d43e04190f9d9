import type { ResourceType } from '../../model/resources.js';
import type { AccessAnswer, AccessQuery } from '../types.js';
import { isJsonObject, type JsonObject } from './answer.js';

/** What a review is posted to. */
export const ACCESS_REVIEWS: ResourceType = Object.freeze({
  group: 'authorization.k8s.io',
  version: 'v1',
  resource: 'selfsubjectaccessreviews',
  kind: 'SelfSubjectAccessReview',
  namespaced: false,
});

/** The question "may I?" as the server wants it. */
export function reviewOf({ type, verb, namespace, name }: AccessQuery): JsonObject {
  const { group, version, resource } = type;
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: ACCESS_REVIEWS.kind,
    spec: {
      resourceAttributes: {
        verb,
        group,
        version,
        resource,
        ...(namespace && type.namespaced ? { namespace } : {}),
        ...(name ? { name } : {}),
      },
    },
  };
}

/** `allowed: false` alone is a no, unless the server says that it could not tell: then nobody knows. */
export function accessAnswerIn({ status }: JsonObject): AccessAnswer {
  if (!isJsonObject(status)) return 'assumed';
  const { allowed, denied, evaluationError } = status;
  if (allowed === true) return 'allowed';
  if (denied === true) return 'denied';
  return allowed !== false || (typeof evaluationError === 'string' && evaluationError !== '') ? 'assumed' : 'denied';
}
