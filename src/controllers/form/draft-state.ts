import { objectsOf, type StorageDraft } from '../../manifest/draft.js';
import { deepEqual, getIn, setIn, unsetIn } from '../../manifest/json.js';
import type { BackupStorage } from '../../model/types.js';
import type { FieldPath } from '../../schema/types.js';

/** What has been entered so far, and what it began with. */
export class DraftState {
  #draft: StorageDraft;
  #pristine: StorageDraft;
  /** Kept though it is not sent: what was entered in a place that the user has left. By path. */
  readonly #parked = new Map<string, unknown>();

  constructor(
    draft: StorageDraft,
    private readonly onChange: () => void,
  ) {
    this.#draft = draft;
    this.#pristine = draft;
  }

  get draft(): StorageDraft {
    return this.#draft;
  }

  get object(): BackupStorage {
    return this.#draft.object;
  }

  /** Something was entered that leaving would lose. */
  get dirty(): boolean {
    if (this.#parked.size > 0) return true;
    const [now, before] = [this.#draft, this.#pristine];
    if (!deepEqual(objectsOf(now), objectsOf(before))) return true;
    // What is kept though it is not sent: blocks of other providers, and credentials of other ways.
    const blocks = ({ object }: StorageDraft) => getIn(object, ['spec', 'storage']);
    return !deepEqual(blocks(now), blocks(before)) || !deepEqual(credentialsIn(now), credentialsIn(before));
  }

  valueAt(path: FieldPath): unknown {
    return getIn(this.object, path);
  }

  /** `undefined` takes the value away, and with it the objects that this leaves empty. */
  write(path: FieldPath, value: unknown): void {
    const object = value === undefined ? unsetIn(this.object, path) : setIn(this.object, path, value);
    this.replace({ ...this.#draft, object });
  }

  replace(draft: StorageDraft): void {
    this.#draft = draft;
    this.onChange();
  }

  /** What is entered from here on counts as entered. */
  begin(draft: StorageDraft): void {
    this.#pristine = draft;
    this.#parked.clear();
    this.replace(draft);
  }

  /** Like a write that the host has made: it leaves a pristine draft pristine. */
  rewrite(path: FieldPath, value: unknown): void {
    const wasDirty = this.dirty;
    const before = this.#pristine;
    this.write(path, value);
    const object = value === undefined ? unsetIn(before.object, path) : setIn(before.object, path, value);
    this.#pristine = wasDirty ? { ...before, object } : this.#draft;
  }

  /** Takes a value out of what is sent, and keeps it. */
  park(path: FieldPath): void {
    const value = this.valueAt(path);
    if (value === undefined) return;
    this.#parked.set(path.join('.'), value);
    this.write(path, undefined);
  }

  /** Brings back what was parked. Whether there was something. */
  fetch(path: FieldPath): boolean {
    const key = path.join('.');
    if (!this.#parked.has(key)) return false;
    this.write(path, this.#parked.get(key));
    this.#parked.delete(key);
    return true;
  }
}

/** Every credential that was entered, whichever way is chosen. */
function credentialsIn({ credentials }: StorageDraft): Record<string, Record<string, string>> {
  const entered = Object.entries(credentials).map(([provider, { values }]) => {
    const filled = Object.entries(values).filter(([, value]) => value !== '');
    return [provider, Object.fromEntries(filled)] as const;
  });
  return Object.fromEntries(entered.filter(([, values]) => Object.keys(values).length > 0));
}
