import { getIn } from '../../manifest/json.js';
import type { CredentialsStore } from './credentials-store.js';

const POD = ['spec', 'runtimeSettings', 'pod'] as const;
const SERVICE_ACCOUNT = [...POD, 'serviceAccountName'];
const POD_LABEL = [...POD, 'podLabels', 'azure.workload.identity/use'];

/** What the cluster's workload identity needs of the storage in the place of a Secret. */
export class WorkloadIdentity {
  /** The label was set because None was chosen, so it goes when another way is chosen. */
  #isOurs = false;
  /** It went when another provider was chosen, and comes back with this one. */
  #waits = false;

  constructor(private readonly store: CredentialsStore) {}

  get serviceAccount(): string {
    const name = getIn(this.store.draft.object, SERVICE_ACCOUNT);
    return typeof name === 'string' ? name : '';
  }

  set serviceAccount(name: string) {
    this.store.write(SERVICE_ACCOUNT, name === '' ? undefined : name);
  }

  /** Whether the provider needs the pod label. */
  needsPodLabel(provider: string | undefined): boolean {
    return provider === 'azure';
  }

  get podLabel(): boolean {
    return getIn(this.store.draft.object, POD_LABEL) === 'true';
  }

  set podLabel(on: boolean) {
    this.#isOurs = on;
    this.store.write(POD_LABEL, on ? 'true' : undefined);
  }

  /** None was chosen. */
  enter(provider: string | undefined): void {
    if (this.needsPodLabel(provider) && getIn(this.store.draft.object, POD_LABEL) === undefined) this.podLabel = true;
  }

  /** Another way was chosen: what was set for None goes, what was there before stays. */
  leave(): void {
    if (this.#isOurs && this.podLabel) this.podLabel = false;
    this.#isOurs = false;
    this.#waits = false;
  }

  providerChanged(provider: string | undefined, none: boolean): void {
    if (this.needsPodLabel(provider)) {
      if (this.#waits && none) this.enter(provider);
      this.#waits = false;
    } else if (this.#isOurs) {
      this.leave();
      this.#waits = true;
    }
  }

  forget(): void {
    this.#isOurs = false;
    this.#waits = false;
  }
}
