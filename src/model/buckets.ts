/**
 * What the clouds usually accept as names. The server checks none of it and some S3-compatible servers take more, so a
 * name that is unusual is worth a warning, never an error.
 */
const USUAL_NAMES = {
  s3: /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  // Names with dots may be longer, each of their parts no more than the others.
  gcs: /^(?=.{3,222}$)[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?)*$/,
  container: /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  storageAccount: /^[a-z0-9]{3,24}$/,
} as const;

/** S3 and GCS buckets, Azure containers and Azure storage accounts. */
export type CloudName = keyof typeof USUAL_NAMES;

/** Whether a name follows the cloud's common rule. */
export function isUsualName(kind: CloudName, name: string): boolean {
  return USUAL_NAMES[kind].test(name);
}
