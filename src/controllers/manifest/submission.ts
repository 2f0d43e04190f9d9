import type { ReactiveControllerHost } from 'lit';
import type { DataSource } from '../../data-source/types.js';
import { withOutcome } from '../../data-source/with-outcome.js';
import {
  createStorage,
  removeLeftBehind,
  type LeftBehind,
  type PlanOptions,
  type PlanProgress,
  type PlanResult,
} from '../../manifest/creation-plan.js';
import { deepEqual } from '../../manifest/json.js';
import { isSecret } from '../../manifest/redact.js';
import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';

/** A Secret that is in the cluster without its storage, and what is needed to get rid of it. */
interface Left {
  secret: LeftBehind;
  source: DataSource;
  attempt: string;
  objects: readonly KubernetesObject[];
  type: ResourceType;
}

type Step = Pick<PlanOptions, 'checked' | 'replaceSecret'>;

const ROLLED_BACK: PlanProgress = { step: 'roll-back', state: 'done' };

/** The tries to create one pair of objects: one attempt until the text changes, and what they have come to. */
export class Submission {
  #attempt: string | undefined;
  #progress: readonly PlanProgress[] = [];
  #run: AbortController | undefined;
  #result: PlanResult | undefined;
  /** What the last try of this attempt came to; unlike the result it is not forgotten while the text changes. */
  #earlier: PlanResult | undefined;
  #left: Left | undefined;
  #kept = false;
  #removing = false;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Kept until the text changes: trying again converges on what an earlier try has created. */
  get attempt(): string {
    return (this.#attempt ??= crypto.randomUUID());
  }

  get submitting(): boolean {
    return this.#run !== undefined;
  }

  get progress(): readonly PlanProgress[] {
    return this.#progress;
  }

  get result(): PlanResult | undefined {
    return this.#result;
  }

  /** The Secret that is in the cluster without its storage, until it is gone or used, whatever was typed since. */
  get leftBehind(): LeftBehind | undefined {
    return this.#left?.secret;
  }

  /** The user has decided that it stays. */
  get kept(): boolean {
    return this.#kept;
  }

  /** It is being removed. */
  get removing(): boolean {
    return this.#removing;
  }

  refuse(result: PlanResult): void {
    this.#result = result;
    this.host.requestUpdate();
  }

  async submit(
    source: DataSource,
    objects: readonly KubernetesObject[],
    type: ResourceType,
    step: Step,
  ): Promise<PlanResult> {
    const run = new AbortController();
    const isCurrent = () => this.#run === run;
    this.#run = run;
    this.#progress = [];
    this.#result = undefined;
    const { attempt } = this;
    this.host.requestUpdate();
    try {
      const result = await createStorage(source, objects, {
        ...step,
        type,
        attempt,
        earlier: this.#earlier,
        signal: run.signal,
        onProgress: (progress) => {
          if (!isCurrent()) return;
          this.#progress = [...this.#progress.filter(({ step: other }) => other !== progress.step), progress];
          this.host.requestUpdate();
        },
      });
      if (isCurrent()) {
        this.#result = this.#earlier = result;
        this.#noteLeft(result, { source, attempt, objects, type });
      }
      return result;
    } finally {
      if (isCurrent()) this.#run = undefined;
      this.host.requestUpdate();
    }
  }

  /** Tries again to remove what was left behind. Resolves with the success that the attempt turns out to have been. */
  async removeLeft(): Promise<PlanResult | undefined> {
    const left = this.#left;
    if (!left || this.#removing || this.#run) return undefined;
    this.#removing = true;
    this.host.requestUpdate();
    try {
      const { source, attempt, type, objects, secret } = left;
      const now = await removeLeftBehind(source, objects, secret, { attempt, type });
      if (this.#left !== left) return undefined;
      if (now && 'outcome' in now) {
        this.#left = undefined;
        this.#result = now;
        return now;
      }
      this.#left = now && { ...left, secret: now };
      // The refusal stands, without what it said of the Secret. That there is no storage is certain by now.
      if (!now && this.#result?.outcome === 'refused') {
        const { outcome, refused, error } = this.#result;
        this.#result = this.#earlier = { outcome, refused, error: withOutcome(error, 'not-applied') };
        this.#progress = [...this.#progress.filter(({ step }) => step !== 'roll-back'), ROLLED_BACK];
      }
      return undefined;
    } finally {
      this.#removing = false;
      this.host.requestUpdate();
    }
  }

  /** The user has decided that it stays. */
  keepLeft(): void {
    this.#kept = true;
    this.host.requestUpdate();
  }

  /** What was said of the former text is no longer about this one. What is under way is told on. */
  forgetResult(): void {
    if (this.#run) return;
    this.#progress = [];
    this.#result = undefined;
  }

  /**
   * The text says these objects now: another attempt, unless nothing but the storage has changed that was certainly
   * refused. Its Secret is there already then, and is used.
   */
  take(objects: readonly KubernetesObject[]): void {
    const left = this.#left;
    const isSettled = this.#earlier?.outcome === 'refused' && this.#earlier.error.outcome === 'not-applied';
    const isSameSecret = left && deepEqual(left.objects.filter(isSecret), objects.filter(isSecret));
    if (isSettled && isSameSecret && left.attempt === this.#attempt) return;
    this.#attempt = undefined;
    this.#earlier = undefined;
  }

  /** Nothing more is created of a submit that is under way. */
  clear(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#attempt = undefined;
    this.#earlier = undefined;
    this.#left = undefined;
    this.#kept = false;
    this.forgetResult();
  }

  #noteLeft(result: PlanResult, of: Omit<Left, 'secret'>): void {
    if (result.outcome === 'refused' && result.leftBehind) {
      this.#left = { ...of, secret: result.leftBehind };
      this.#kept = false;
    } else if (this.#left?.attempt === of.attempt) this.#left = undefined;
  }
}
