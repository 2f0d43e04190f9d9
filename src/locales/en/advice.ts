import type { FormatsIn } from '../languages.js';

/** What the form warns of before the server is asked. */
export const advice = ({ series }: FormatsIn<'en'>) => ({
  storageExists: (name: string) => `backupstorages.storage.kubestash.com ${JSON.stringify(name)} already exists`,
  namespaceNotFound: (name: string) => `namespaces ${JSON.stringify(name)} not found`,
  defaultTaken: (rule: string, other: string) =>
    `${rule}: ${other} is the default there. Take the default from it first, or leave this one off.`,
  defaultLast: (namespace: string) =>
    `A default that is open to all namespaces is considered last, also in ${namespace}: a default elsewhere whose selector matches ${namespace} would be taken before it.`,
  sameDirectoryAs: (rule: string, other: string) => `${rule}: ${other} points there. Choose another prefix or bucket.`,
  sameDirectoryOnOtherServer: (rule: string, other: string) =>
    `${rule}: ${other} has the same bucket, region and prefix, and the server does not compare endpoints. Choose another prefix.`,
  nearMissSlashes: (other: string) =>
    `${other} uses the same directory: slashes at its ends make no other one. The server would accept this, and both would write to the same place.`,
  nearMissRegion: (other: string) =>
    `${other} uses the same directory under another region. The server would accept this, and both would write to the same place.`,
  nearMissInside: (other: string) =>
    `This directory lies inside that of ${other}. The server would accept this, and wiping the other storage out would take this one’s data along.`,
  nearMissContains: (other: string) =>
    `The directory of ${other} lies inside this one. The server would accept this, and wiping this storage out would take the other’s data along.`,
  crashAhead: (other: string, provider: string) =>
    `The server will fail on this: ${other} has the provider ${provider} and no ${provider} settings, which crashes KubeStash’s webhook for every storage of this provider. Repair or delete that one first.`,
  selectorMissing: (rule: string) =>
    `${rule}. Add a label or an expression that the namespaces must match, or choose another policy.`,
  selectorWithoutOwn: (namespace: string) =>
    `The selector does not match ${namespace}, the storage’s own namespace, and there is no exception for it: nothing there may use the storage.`,
  selectorUnused: (from: string) => `The selector is ignored: the policy is ${from}.`,
  blanksAround:
    'There is a blank or a line break at an end of this. It is kept as it is; remove it if it is not meant.',
  slashCut: (stored: string) =>
    stored === ''
      ? 'The server cuts the slash at the end: nothing is stored.'
      : `The server cuts one slash at the end: it is stored as “${stored}”.`,
  leadingSlash:
    'With or without a slash at the start it is the same directory, but the server takes the two for different ones. Leave it out.',
  emptySegment: 'Two slashes in a row make no other directory, but the server takes it for a different one.',
  unusualName: {
    s3: 'Bucket names usually have 3 to 63 lower-case letters, digits, “.” and “-”, with a letter or digit at both ends. The server does not check it.',
    gcs: 'Bucket names usually have 3 to 63 lower-case letters, digits, “.”, “-” and “_”, with a letter or digit at both ends. The server does not check it.',
    container:
      'Container names have 3 to 63 lower-case letters, digits and single hyphens, with a letter or digit at both ends. The server does not check it.',
    storageAccount: 'Storage account names have 3 to 24 lower-case letters and digits. The server does not check it.',
  },
  endpointWithPath: (path: string) =>
    `The endpoint is the server alone, and the bucket is put behind it: “${path}” should not be there.`,
  endpointWithBucket: (bucket: string) =>
    `The endpoint already names the bucket ${bucket}. Only path-style addressing is used, which puts the bucket behind the endpoint: leave it out here.`,
  endpointOfRegion: (region: string) => `This endpoint is that of the region ${region}.`,
  endpointWithCredentials:
    'A user name or password in the endpoint is stored in clear, and everybody who may read the storage sees it.',
  idOutOfRange: 'must be between 0 and 2147483647, inclusive',
  volumeSourceMissing: 'One volume is required: choose where the data is kept.',
  volumeSourcesMany: (sources: readonly string[]) =>
    `Exactly one volume is possible, and there are several: ${series(sources)}.`,
  emptyDirLosesData: 'An emptyDir goes with its pod: every backup in it is lost. It is for trials only.',
});
