import { expect } from 'chai';
import { MemoryCluster, type MemoryClusterOptions, type RequestInfo } from '../../../src/data-source/memory/index.js';
import type { DataSource } from '../../../src/data-source/types.js';
import {
  ATTEMPT_ANNOTATION,
  createStorage,
  type PlanOptions,
  type PlanResult,
} from '../../../src/manifest/creation-plan.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../../src/model/types.js';

export const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIA-clear-id', AWS_SECRET_ACCESS_KEY: 'hunter2-clear-key' };
const KEY = { namespace: 'demo', name: 's3' };
const SECRET_KEY = { namespace: 'demo', name: 's3-storage-cred' };

export const SECRET: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { ...SECRET_KEY },
  type: 'Opaque',
  stringData: CREDENTIALS,
};
export const STORAGE: BackupStorage = {
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { ...KEY },
  spec: {
    storage: { provider: 's3', s3: { bucket: 'lab', region: 'us-east-1', secretName: SECRET_KEY.name } },
    usagePolicy: { allowedNamespaces: { from: 'Same' } },
  },
};
export const NAMESPACE: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } };

/** Somebody else's storage in the same directory: the webhook refuses ours. */
export const RIVAL: BackupStorage = { ...STORAGE, metadata: { namespace: 'demo', name: 'rival' } };

export type Step = 'create Secret' | 'create BackupStorage' | 'delete Secret' | string;

/** A cluster, what was asked of it, and one attempt to create the pair there. */
export class Plan {
  readonly cluster: MemoryCluster;
  readonly requests: string[] = [];
  readonly infos: RequestInfo[] = [];
  readonly waits: number[] = [];
  readonly progress: string[] = [];
  attempt = 'attempt-1';
  /** Of every run. */
  options: Partial<PlanOptions> = {};
  /** What the last try came to. */
  last: PlanResult | undefined;
  source: DataSource;

  constructor(options: MemoryClusterOptions = {}) {
    this.cluster = new MemoryCluster({ objects: [NAMESPACE], operator: false, ...options });
    this.cluster.observe((request) => {
      this.requests.push(nameOf(request));
      this.infos.push(request);
    });
    this.source = this.cluster.dataSource();
  }

  get faults() {
    return this.cluster.faults;
  }

  get storage(): BackupStorage | undefined {
    return this.cluster.get(BACKUP_STORAGES, KEY);
  }

  get secret(): Secret | undefined {
    return this.cluster.get(SECRETS, SECRET_KEY);
  }

  /** Calls back at the first request of this name. */
  at(request: string, act: () => void): void {
    const stop = this.cluster.observe((info) => {
      if (nameOf(info) !== request) return;
      stop();
      act();
    });
  }

  async run(
    objects: readonly KubernetesObject[] = [SECRET, STORAGE],
    options: Partial<PlanOptions> = {},
  ): Promise<PlanResult> {
    this.requests.length = 0;
    this.progress.length = 0;
    this.waits.length = 0;
    const result = await createStorage(this.source, objects, {
      attempt: this.attempt,
      earlier: this.last,
      wait: async (ms) => void this.waits.push(ms),
      onProgress: ({ step, state }) => this.progress.push(`${step} ${state}`),
      ...this.options,
      ...options,
    });
    expectNoCredentials(result);
    this.#expectHonest(result);
    this.last = result;
    return result;
  }

  /** Both or none, or the user is told; whatever happened. */
  #expectHonest(result: PlanResult): void {
    const said = JSON.stringify({ result, requests: this.requests });
    const ours = (object: KubernetesObject | undefined) =>
      object?.metadata?.annotations?.[ATTEMPT_ANNOTATION] === this.attempt;
    if (result.outcome === 'created') {
      expect(ours(this.storage), said).to.equal(true);
      if (result.secret) expect(ours(this.secret), said).to.equal(true);
      return;
    }
    const { error, leftBehind } = result;
    expect(error.outcome, said).to.be.oneOf(['not-applied', 'unknown']);
    const isOpen = error.outcome === 'unknown' || leftBehind !== undefined;
    if (leftBehind) expect(leftBehind, said).to.deep.include(SECRET_KEY);
    if (ours(this.secret) || ours(this.storage)) expect(isOpen, said).to.equal(true);
    // Nothing is said to be left that is certainly gone.
    if (leftBehind && leftBehind.error.outcome === 'not-applied') expect(this.secret, said).to.not.equal(undefined);
  }
}

/** `review`, `dry-run Secret`, `create BackupStorage`, `list Secret`, ... */
export function nameOf({ verb, type, dryRun }: RequestInfo): string {
  return type ? `${dryRun ? 'dry-run' : verb} ${type.kind}` : verb;
}

/** A filter for the nth request from now on, whatever it is. */
export function nth(number: number): (request: RequestInfo) => boolean {
  let seen = 0;
  const known = new WeakSet<RequestInfo>();
  return (request) => {
    if (known.has(request)) return false;
    known.add(request);
    return seen++ === number;
  };
}

export const named =
  (...names: string[]) =>
  (request: RequestInfo): boolean =>
    names.includes(nameOf(request));

/** Everything that a value holds, as far as JSON, errors and their causes go. */
function textOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).map(
    (key) => `${key}: ${textOf((value as Record<string, unknown>)[key], seen)}`,
  );
  return own.join('\n');
}

export function expectNoCredentials(value: unknown): void {
  const text = textOf(value);
  for (const credential of Object.values(CREDENTIALS)) {
    expect(text).to.not.contain(credential);
    expect(text).to.not.contain(btoa(credential));
  }
}
