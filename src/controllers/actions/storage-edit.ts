import { ownFault } from '../../manifest/own-faults.js';
import type { ReactiveControllerHost } from 'lit';
import { DataSourceError, toDataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import type { ActionsWords } from '../../locales/index.js';
import { editableParts, updatePatchOf, withEditableParts } from '../../manifest/changes.js';
import { isInUse } from '../../manifest/changes-draft.js';
import { placedFaults } from '../../manifest/checks.js';
import { differences, type Difference } from '../../manifest/difference.js';
import { deepEqual, type JsonObject, type Path } from '../../manifest/json.js';
import { threeWayMerge, type MergeConflict, type MergeSide } from '../../manifest/three-way.js';
import { isNotApplied, isPassing, pause, type Patience } from '../../manifest/tries.js';
import { withoutBookkeeping } from '../../model/metadata.js';
import { identityOf, sameObject } from '../../model/references.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import { SERVER_RULES } from '../../model/server-rules.js';
import type { BackupStorage } from '../../model/types.js';
import type { StructuralSchema } from '../../schema/types.js';
import type { EditProblem } from './edit-state.js';

/** What cannot be changed in parts by two people: who may use a storage, and where it is. */
const UNITS: readonly Path[] = [
  ['spec', 'storage'],
  ['spec', 'usagePolicy'],
];

/** How often a save is made again because somebody was quicker. */
const TRIES = 5;

export interface EditEnvironment {
  /** The schema that the form is made of: it says which lists have keys. */
  schema: () => StructuralSchema | undefined;
  /** The draft is another one, and the form has to show it. */
  onDraft: (draft: BackupStorage) => void;
  /** It is stored; `object` is what the server has made of it. */
  onSaved: (object: BackupStorage) => void;
  patience?: Patience;
}

interface Pending {
  theirs: BackupStorage;
  conflicts: readonly MergeConflict[];
}

/** The edit of one storage: what it was, what the user makes of it, and what others have made of it meanwhile. */
export class StorageEdit {
  readonly #host: ReactiveControllerHost;
  readonly #environment: EditEnvironment;
  readonly #words: () => ActionsWords;
  #source: DataSource | undefined;
  #storage: BackupStorage | undefined;
  #base: BackupStorage | undefined;
  #draft: BackupStorage | undefined;
  #pending: Pending | undefined;
  readonly #choices = new Map<string, MergeSide>();
  #taken: readonly Difference[] = [];
  #problem: EditProblem | undefined;
  #warnings: readonly string[] = [];
  #saving = false;
  #saved = false;
  #isOpen = false;
  /** Counts what was opened, so that a late answer is about nothing. */
  #session = 0;

  constructor(host: ReactiveControllerHost, environment: EditEnvironment, words: () => ActionsWords) {
    this.#host = host;
    this.#environment = environment;
    this.#words = words;
  }

  /** The storage as it is now, before each render. An edit is not changed by it: it keeps what it began with. */
  update(source: DataSource | undefined, storage: BackupStorage | undefined): void {
    const known = this.#storage;
    const isReplaced = storage !== undefined && known !== undefined && isOther(storage, known);
    if (this.#isOpen && isReplaced && source === this.#source && this.dirty && isNamesake(storage, known)) {
      // What was entered is not taken away: it can still be read.
      if (!this.#saved) this.#problem = { is: 'gone' };
      return;
    }
    if (this.#isOpen && (isReplaced || source !== this.#source)) this.close();
    this.#source = source;
    if (storage || !this.#isOpen) this.#storage = storage;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** It is being read. */
  get loading(): boolean {
    return this.#isOpen && !this.#base && !this.#problem;
  }

  get saving(): boolean {
    return this.#saving;
  }

  /** It is stored, and there is something to say about it: what was taken over, what the server warned of. */
  get saved(): boolean {
    return this.#saved;
  }

  /** What the edit began with, or was brought to by a merge. */
  get base(): BackupStorage | undefined {
    return this.#base;
  }

  /** The whole storage as the user wants it. Only labels, annotations and spec are ever sent. */
  get draft(): BackupStorage | undefined {
    return this.#draft;
  }

  set draft(draft: BackupStorage | undefined) {
    if (!this.#base || !draft) return;
    this.#draft = withEditableParts(this.#base, editableParts(draft));
    this.#taken = [];
    this.#warnings = [];
    if (this.#problem?.is === 'refused' || this.#problem?.is === 'faults') this.#problem = undefined;
    this.#host.requestUpdate();
  }

  /** `spec.storage` may not be changed: backups are kept there. The server's own sentence says why. */
  get frozenReason(): string | undefined {
    const now = this.#pending?.theirs ?? this.#base;
    return isInUse(now) ? SERVER_RULES.inUse : undefined;
  }

  /** What the user has changed. */
  get changes(): readonly Difference[] {
    return this.#base && this.#draft ? differencesOf(this.#base, this.#draft) : [];
  }

  get dirty(): boolean {
    return (
      this.#base !== undefined && this.#draft !== undefined && updatePatchOf(this.#base, this.#draft) !== undefined
    );
  }

  /** Fields that others have changed as well, each to something else. */
  get conflicts(): readonly MergeConflict[] {
    return this.#pending?.conflicts ?? [];
  }

  sideOf(conflict: MergeConflict): MergeSide | undefined {
    return this.#choices.get(conflict.id);
  }

  /** Whose version of a field is to be stored. */
  choose({ id }: MergeConflict, side: MergeSide): void {
    this.#choices.set(id, side);
    this.#host.requestUpdate();
  }

  /** How many conflicts wait for the user. */
  get undecided(): number {
    return this.conflicts.filter(({ id }) => !this.#choices.has(id)).length;
  }

  /** What others have changed meanwhile, elsewhere, and was taken over. */
  get taken(): readonly Difference[] {
    return this.#taken;
  }

  get problem(): EditProblem | undefined {
    return this.#problem;
  }

  /** What the server warned of when it stored the changes. */
  get warnings(): readonly string[] {
    return this.#warnings;
  }

  /** Begins with the storage as it is now, read anew. */
  async open(): Promise<void> {
    const [source, storage] = [this.#source, this.#storage];
    if (!source || !storage || this.#isOpen) return;
    this.#isOpen = true;
    await this.#read(source, storage);
  }

  /** Reads it again, after that has failed. */
  async retry(): Promise<void> {
    const [source, storage] = [this.#source, this.#storage];
    if (source && storage && this.#isOpen && !this.#base) await this.#read(source, storage);
  }

  /** Forgets everything that was entered. */
  close(): void {
    this.#session += 1;
    this.#isOpen = this.#saving = this.#saved = false;
    this.#base = this.#draft = this.#pending = this.#problem = undefined;
    this.#choices.clear();
    this.#taken = [];
    this.#warnings = [];
    this.#host.requestUpdate();
  }

  /** Stores the changes: first tried out, then for good. What others change meanwhile is merged. Never rejects. */
  async save(): Promise<void> {
    const source = this.#source;
    if (!source || !this.#draft || this.#saving) return;
    if (!this.#settle()) return;
    const session = this.#session;
    this.#saving = true;
    this.#problem = undefined;
    this.#host.requestUpdate();
    const saved = await this.#store(source, () => session === this.#session);
    if (session !== this.#session) return;
    this.#saving = false;
    this.#saved = saved !== undefined;
    if (saved && this.#taken.length === 0 && this.#warnings.length === 0) this.close();
    this.#host.requestUpdate();
    if (saved) this.#environment.onSaved(saved);
  }

  /** Applies the user's choices. Whether nothing is left to be chosen. */
  #settle(): boolean {
    if (!this.#pending) return true;
    const { theirs } = this.#pending;
    const conflicts = this.#merge(theirs, (conflict) => this.#choices.get(conflict.id));
    return conflicts === 0;
  }

  async #read(source: DataSource, storage: BackupStorage): Promise<void> {
    const session = ++this.#session;
    this.#problem = undefined;
    this.#host.requestUpdate();
    let found: BackupStorage | DataSourceError;
    try {
      found = await source.get<BackupStorage>(BACKUP_STORAGES, identityOf(storage));
    } catch (thrown) {
      found = toDataSourceError(thrown);
    }
    if (session !== this.#session) return;
    if (found instanceof DataSourceError)
      this.#problem = found.code === 'not-found' ? { is: 'gone' } : { is: 'unreadable', error: found };
    else if (isOther(found, storage)) this.#problem = { is: 'gone' };
    else {
      this.#base = this.#draft = withoutBookkeeping(found);
      this.#environment.onDraft(this.#draft);
    }
    this.#host.requestUpdate();
  }

  async #store(source: DataSource, isCurrent: () => boolean): Promise<BackupStorage | undefined> {
    for (let tried = 1; ; tried++) {
      const faults = this.#faults();
      if (faults.length > 0) return this.#fail({ is: 'faults', messages: faults });
      const patch = updatePatchOf(this.#base!, this.#draft!);
      // Others have made the very same changes.
      if (!patch) return this.#base;
      let error: DataSourceError;
      try {
        await this.#send(source, patch, true);
        if (!isCurrent()) return undefined;
        const { object, warnings } = await this.#send(source, patch, false);
        this.#warnings = warnings;
        return object;
      } catch (thrown) {
        error = toDataSourceError(thrown);
      }
      if (!isCurrent()) return undefined;
      const isLost = !isNotApplied(error);
      if (isLost || error.code === 'conflict') {
        const now = await this.#now(source);
        if (!isCurrent()) return undefined;
        if (now instanceof DataSourceError) return this.#fail({ is: isLost ? 'unknown' : 'refused', error: now });
        if (!now) return this.#fail({ is: 'gone' });
        if (this.#holdsChanges(now)) return now;
        if (now.metadata?.resourceVersion !== this.#base!.metadata?.resourceVersion) {
          if (this.#merge(now) > 0) return this.#fail({ is: 'conflicts' });
          if (tried < TRIES) continue;
        }
      }
      if (error.code === 'not-found') return this.#fail({ is: 'gone' });
      const mayPass = isLost || (isPassing(error) && error.code !== 'conflict');
      if (mayPass && (await pause(error, tried, this.#environment.patience ?? {}))) continue;
      return this.#fail({ is: isLost ? 'unknown' : 'refused', error });
    }
  }

  async #send(source: DataSource, patch: JsonObject, dryRun: boolean) {
    if (!source.patch) throw ownFault('no-patch');
    const options = {
      type: 'merge',
      dryRun,
      fieldValidation: 'Strict',
      fieldManager: 'backupstorage-elements',
    } as const;
    return source.patch<BackupStorage>(BACKUP_STORAGES, identityOf(this.#base!), patch, options);
  }

  /** The storage as it is now; undefined when it has gone. */
  async #now(source: DataSource): Promise<BackupStorage | DataSourceError | undefined> {
    try {
      const found = await source.get<BackupStorage>(BACKUP_STORAGES, identityOf(this.#base!));
      return isOther(found, this.#base!) ? undefined : withoutBookkeeping(found);
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      return error.code === 'not-found' ? undefined : error;
    }
  }

  /** The lost answer was a yes: what was changed is in it, whatever others have changed since. */
  #holdsChanges(now: BackupStorage): boolean {
    const [base, mine, theirs] = [this.#base!, this.#draft!, now].map(editableParts);
    const { merged, conflicts } = threeWayMerge(base!, mine!, theirs!, { schema: this.#environment.schema() });
    return conflicts.length === 0 && deepEqual(merged, theirs);
  }

  /** Brings the draft to what is stored now. How many conflicts are open. */
  #merge(theirs: BackupStorage, choose?: (conflict: MergeConflict) => MergeSide | undefined): number {
    const base = this.#base!;
    const { merged, conflicts } = threeWayMerge(
      editableParts(base),
      editableParts(this.#draft!),
      editableParts(theirs),
      { schema: this.#environment.schema(), units: UNITS, ...(choose && { choose }) },
    );
    if (conflicts.length > 0) {
      // Nothing of the draft is touched before the user has chosen.
      this.#pending = { theirs, conflicts };
      return conflicts.length;
    }
    this.#pending = undefined;
    this.#choices.clear();
    this.#taken = differencesOf(base, theirs);
    this.#base = theirs;
    this.#draft = withEditableParts(theirs, merged);
    this.#environment.onDraft(this.#draft);
    return 0;
  }

  /** What would be refused, or crash the webhook for everybody. What was wrong before does not keep from mending the rest. */
  #faults(): string[] {
    const [base, draft] = [this.#base!, this.#draft!];
    if (this.frozenReason && !deepEqual(base.spec?.storage, draft.spec?.storage)) return [this.frozenReason];
    const known = new Set(placedFaults([base], this.#words()).map(({ message }) => message));
    return placedFaults([draft], this.#words())
      .map(({ message }) => message)
      .filter((message) => !known.has(message));
  }

  #fail(problem: EditProblem): undefined {
    this.#problem = problem;
    return undefined;
  }
}

function isOther(found: BackupStorage, storage: BackupStorage): boolean {
  const { uid } = storage.metadata ?? {};
  return uid !== undefined && found.metadata?.uid !== uid;
}

function isNamesake(a: BackupStorage, b: BackupStorage): boolean {
  return sameObject(identityOf(a), identityOf(b));
}

function differencesOf(before: BackupStorage, after: BackupStorage): readonly Difference[] {
  return differences(editableParts(before), editableParts(after));
}
