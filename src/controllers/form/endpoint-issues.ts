import { isObject } from '../../manifest/json.js';
import { readEndpoint } from '../../model/endpoint.js';
import type { Advised } from './advice-issues.js';
import { warningAt, type LocatedIssue } from './located-issues.js';

const PATH = ['spec', 'storage', 's3', 'endpoint'];

/** The storage client puts the bucket behind the endpoint, always. What has no scheme is refused by the overlay. */
export function endpointIssues({ storage, messages }: Advised): LocatedIssue[] {
  const block = storage.spec?.storage?.s3;
  if (storage.spec?.storage?.provider !== 's3' || !isObject(block) || typeof block['endpoint'] !== 'string') return [];
  const endpoint = readEndpoint(block['endpoint'].trim());
  if (!endpoint) return [];
  const issues: LocatedIssue[] = [];
  const { bucket, region } = block;
  const named =
    endpoint.bucket ?? (typeof bucket === 'string' && startsWithBucket(endpoint.host, bucket) ? bucket : '');
  if (named !== '') issues.push(warningAt(PATH, messages.endpointWithBucket(named)));
  if (endpoint.rest !== '') issues.push(warningAt(PATH, messages.endpointWithPath(endpoint.rest)));
  if (endpoint.hasCredentials) issues.push(warningAt(PATH, messages.endpointWithCredentials));
  if (endpoint.region !== undefined && typeof region === 'string' && region !== '' && region !== endpoint.region)
    issues.push(warningAt(['spec', 'storage', 's3', 'region'], messages.endpointOfRegion(endpoint.region)));
  return issues;
}

/** A server may be called as its bucket is: `minio.example.com` and `minio.demo.svc` name none. */
function startsWithBucket(host: string, bucket: string): boolean {
  const labels = host.split('.').length - (bucket.split('.').length - 1);
  return bucket !== '' && host.startsWith(`${bucket}.`) && labels > 3 && !/\.(svc|local)(:|\.|$)/.test(host);
}
