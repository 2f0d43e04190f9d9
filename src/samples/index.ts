import type { KubernetesObject } from '../model/types.js';
import { SAMPLE_OBJECTS } from './objects.js';

/** The moment at which the samples were "taken", in milliseconds since the epoch. */
export const SAMPLE_TIME = Date.parse('2026-08-20T12:00:00Z');

const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** A copy of a JSON value in which every string that is wholly an RFC 3339 UTC time is moved. */
function copyWithTimesMoved<T>(value: T, byMs: number): T;
function copyWithTimesMoved(value: unknown, byMs: number): unknown {
  if (typeof value === 'string') return UTC_TIME.test(value) ? moveTime(value, byMs) : value;
  if (Array.isArray(value)) return value.map((item) => copyWithTimesMoved(item, byMs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copyWithTimesMoved(member, byMs)]));
}

function moveTime(time: string, byMs: number): string {
  // Kubernetes writes whole seconds. Rounding down can only make an age longer by less than the second it is shown in.
  const seconds = Math.floor((Date.parse(time) + byMs) / 1000);
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/**
 * A sample cluster: Namespaces, Secrets with dummy values, BackupStorages in every state and what is linked to them.
 * Each call gives new copies, to be changed at will. All times are moved so that at `now` (milliseconds since the
 * epoch) every age reads as it does at `SAMPLE_TIME`.
 */
export function sampleObjects({ now = SAMPLE_TIME }: { now?: number } = {}): KubernetesObject[] {
  return SAMPLE_OBJECTS.map((object) => copyWithTimesMoved(object, now - SAMPLE_TIME));
}
