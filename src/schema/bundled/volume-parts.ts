import { atomicList, boolean, int32, string } from './fields.js';
import type { StructuralSchema } from '../types.js';

type Extra = Parameters<typeof string>[2];

export const readOnly = (extra?: Extra) =>
  boolean('Read-only', 'Mount the volume read-only; backups cannot be written then.', extra);

export const fsType = (extra?: Extra) =>
  string('Filesystem type', 'Filesystem of the volume, as the node knows it, e.g. ext4 or xfs.', extra);

export const partition = () => int32('Partition', 'Number of the partition to mount; 0 or empty means the whole disk.');

/** File modes are decimal in JSON, which surprises those who know them as octal. */
export const fileMode = (title: string, what: string) =>
  int32(title, `Permission bits of ${what}, 0 to 0777; JSON has no octal, so write 420 for 0644.`);

export const monitors = () =>
  atomicList('Monitors', 'Addresses of the Ceph monitors.', string('Monitor', 'Address as host:port.'));

export const volumeId = (what: string) => string('Volume ID', `ID of an existing volume in ${what}.`);

export type VolumeSources = Record<string, StructuralSchema>;
