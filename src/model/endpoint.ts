/** What an S3 endpoint says besides which server it is. */
export interface Endpoint {
  /** With the port, lower case. */
  readonly host: string;
  /** Path, query and fragment; empty for none. */
  readonly rest: string;
  /** It names a user or a password, which would stand in the object for everybody to read. */
  readonly hasCredentials: boolean;
  /** Of an AWS endpoint that names its region. */
  readonly region?: string;
  /** Of an AWS endpoint in the virtual-hosted style, `https://<bucket>.s3.<region>.amazonaws.com`. */
  readonly bucket?: string;
}

const AWS_SUFFIX = /\.amazonaws\.com(?:\.cn)?$/;
const AWS_REGION = /^[a-z]{2}(?:-[a-z]+)+-\d+$/;

/** Reads an endpoint; `undefined` for what is no URL with a scheme, which the storage client refuses. */
export function readEndpoint(text: string): Endpoint | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const path = url.pathname.replace(/^\/+$/, '');
  return {
    host: url.host,
    rest: `${path}${url.search}${url.hash}`,
    hasCredentials: url.username !== '' || url.password !== '',
    ...awsParts(url.hostname),
  };
}

/** https://docs.aws.amazon.com/general/latest/gr/s3.html */
function awsParts(hostname: string): Pick<Endpoint, 'region' | 'bucket'> {
  if (!AWS_SUFFIX.test(hostname)) return {};
  const labels = hostname.replace(AWS_SUFFIX, '').split('.');
  // The bucket's own name may hold such a label, and stands first.
  const service = labels.findLastIndex((label) => label === 's3' || label.startsWith('s3-'));
  if (service === -1) return {};
  const candidates = [labels.at(-1)!, labels[service]!.replace(/^s3-(?:fips-)?/, '')];
  const region = candidates.find((label) => AWS_REGION.test(label));
  const bucket = labels.slice(0, service).join('.');
  return { ...(region === undefined ? {} : { region }), ...(bucket === '' ? {} : { bucket }) };
}
