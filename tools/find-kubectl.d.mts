export interface Kubectl {
  path: string;
  /** Such as `v1.32.4`. */
  version: string;
  /** The 32 of 1.32. */
  minor: number;
}
export function findKubectl(): Kubectl | undefined;
