import { isJsonObject, type JsonObject } from '../data-source/http/answer.js';
import { objectIn } from './body.js';
import { badRequest } from './refusal.js';
import { isWrite, ruleOf } from './rules.js';

const ATTRIBUTES = ['verb', 'group', 'version', 'resource', 'subresource', 'namespace', 'name'];

/** An access review, written anew; or the answer to it, where the gateway itself would say no. */
export type Review = { readonly body: string } | { readonly answer: object };

export function reviewOf(body: string, readOnly: boolean): Review {
  const { spec } = objectIn(body);
  const asked = isJsonObject(spec) ? spec['resourceAttributes'] : undefined;
  if (!isJsonObject(asked)) throw badRequest('An access review asks about a resource: it has resourceAttributes.');
  const attributes = Object.fromEntries(
    ATTRIBUTES.flatMap((key) => (typeof asked[key] === 'string' ? [[key, asked[key]]] : [])),
  );
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: attributes },
  };
  const reason = refusalOf(attributes, readOnly);
  if (reason === undefined) return { body: JSON.stringify(review) };
  return { answer: { ...review, metadata: {}, status: { allowed: false, denied: true, reason } } };
}

/** What is not let through is not allowed, whatever the cluster thinks of it. */
function refusalOf(attributes: JsonObject, readOnly: boolean): string | undefined {
  const { verb = '', group = '', resource = '', subresource = '' } = attributes as Record<string, string>;
  const rule = ruleOf(group, resource);
  if (!rule?.verbs.some((each) => each === verb) || subresource !== '') return 'This gateway does not let it through.';
  return readOnly && isWrite(verb, rule.type) ? READ_ONLY : undefined;
}

export const READ_ONLY = 'This gateway was started with --read-only: it changes nothing.';
