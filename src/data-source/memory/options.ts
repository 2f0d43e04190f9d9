import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { AccessRule } from './access.js';
import type { Webhooks } from './admission.js';
import type { Probe } from './backend-check.js';
import type { Scheduler } from './scheduler.js';

export interface OperatorOptions {
  /** From a change to its outcome; 1500 unless given. The Secret is looked at after two fifths of it. */
  delayMs?: number;
  /** Simulates the connection test. Without it every well-formed storage can be reached. */
  probe?: Probe;
}

export interface MemoryClusterOptions {
  /**
   * What is in the cluster at first, stored as it is: status, uid, resourceVersion and timestamps are kept, nothing is
   * validated. Only a Secret's `stringData` is folded. A namespace that objects are in exists; an empty cluster has
   * the namespace `default`.
   */
  objects?: Iterable<KubernetesObject>;
  /** The clock, in ms since the epoch. `Date.now` unless given. */
  now?: () => number;
  /** Timers. The platform's unless given. */
  scheduler?: Scheduler;
  /** The user's name, as refusals say it. */
  user?: string;
  /** The user's rights. Absent means that everything is allowed. */
  rules?: readonly AccessRule[];
  /** The types that the cluster serves. Those of this library unless given. */
  types?: readonly ResourceType[];
  /** The simulated KubeStash controller; false switches it off. */
  operator?: false | OperatorOptions;
  /** KubeStash's admission webhooks; on unless switched off, as an installer can. */
  webhooks?: boolean | Partial<Webhooks>;
  /** How long the pages of a list can be asked for, in ms. 300000 unless given. */
  pageExpiryMs?: number;
  /** Events of each type that a watch can resume from; older ones are 410. 10000 unless given. */
  watchWindow?: number;
  /** Age in ms at which events are forgotten, whatever their number. 300000 unless given. */
  watchWindowMs?: number;
  /** Time between two bookmarks of a watch, in ms. 60000 unless given. */
  bookmarkIntervalMs?: number;
}
