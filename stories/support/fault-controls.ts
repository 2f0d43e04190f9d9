import type { FaultInjector, MemoryCluster, Undo } from '../../src/data-source/memory/index.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';

/** A switch that begins a fault and ends it. */
export interface Switch {
  label: string;
  begin(cluster: MemoryCluster): Undo;
}

/** A button: something that happens once. */
export interface Press {
  label: string;
  act(cluster: MemoryCluster): void;
}

export type FaultControl = Switch | Press;

type Fault = Exclude<keyof FaultInjector, 'pass' | 'serves'>;

const always = { times: Infinity };
const failing = (code: number, retryAfterSeconds?: number) => (cluster: MemoryCluster) =>
  cluster.faults.fail(code, { ...always, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) });

function flag(name: 'offline' | 'authExpired' | 'webhookDown') {
  return ({ faults }: MemoryCluster) => {
    faults[name] = true;
    return () => (faults[name] = false);
  };
}

/** Every fault of the in-memory cluster: one that is missing here does not compile. */
export const FAULTS: Readonly<Record<Fault, readonly FaultControl[]>> = {
  offline: [{ label: 'Cluster cannot be reached', begin: flag('offline') }],
  authExpired: [{ label: 'Session has expired (401)', begin: flag('authExpired') }],
  webhookDown: [{ label: 'Webhook is down', begin: flag('webhookDown') }],
  latencyMs: [
    {
      label: 'Every request takes 2 s',
      begin: ({ faults }) => {
        faults.latencyMs = 2_000;
        return () => (faults.latencyMs = 0);
      },
    },
  ],
  uninstall: [{ label: 'KubeStash is not installed', begin: ({ faults }) => faults.uninstall(BACKUP_STORAGES) }],
  fail: [
    { label: 'Everything is forbidden (403)', begin: failing(403) },
    { label: 'Everything is too old (410)', begin: failing(410) },
    { label: 'Too many requests (429, wait 2 s)', begin: failing(429, 2) },
    { label: 'Server errors (500)', begin: failing(500) },
    { label: 'Next request fails (500)', act: ({ faults }) => void faults.fail(500) },
  ],
  hold: [
    {
      label: 'Requests are not answered',
      begin: ({ faults }) => {
        const hold = faults.hold();
        return () => hold.release();
      },
    },
  ],
  stallWatches: [{ label: 'Watches fall silent', begin: ({ faults }) => faults.stallWatches() }],
  disconnect: [{ label: 'Next request is lost', act: ({ faults }) => void faults.disconnect() }],
  loseAnswer: [{ label: 'Next answer is lost', act: ({ faults }) => void faults.loseAnswer() }],
  closeWatches: [{ label: 'Close watches', act: ({ faults }) => faults.closeWatches() }],
  cutWatches: [{ label: 'Cut watches', act: ({ faults }) => faults.cutWatches() }],
  expireWatches: [{ label: 'Expire watches (410)', act: ({ faults }) => faults.expireWatches() }],
  failWatches: [{ label: 'Fail watches (500)', act: ({ faults }) => faults.failWatches(500) }],
  expireHistory: [{ label: 'Forget the history', act: ({ faults }) => faults.expireHistory() }],
  expirePages: [{ label: 'Expire continue tokens', act: ({ faults }) => faults.expirePages() }],
  clear: [{ label: 'End every fault', act: ({ faults }) => faults.clear() }],
};
