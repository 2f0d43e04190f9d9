import type { DataSourceError } from '../../data-source/errors.js';
import type { FormWords } from '../../locales/index.js';
import { providerOf } from '../../manifest/draft.js';
import { identityOf, sameObject } from '../../model/references.js';
import type { BackupStorage } from '../../model/types.js';
import { pathOfCause } from '../../schema/field-path.js';
import type { FormField } from '../../schema/form/field.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';
import type { FieldPath } from '../../schema/types.js';
import { causesOf } from '../../schema/wording.js';
import type { Alternatives } from './alternatives.js';
import type { CredentialsForm } from './credentials.js';
import { credentialFieldIds, credentialIssues } from './credentials-issues.js';
import { draftIssues, shownIn, storageToCheck, type DraftToCheck } from './draft-issues.js';
import type { DraftState } from './draft-state.js';
import type { FieldTree } from './field-tree.js';
import { fixedFields } from './form-fields.js';
import type { LoadedForm } from './form-in-words.js';
import { IssueBoard } from './issue-board.js';
import type { KeyValueRows } from './key-value-rows.js';
import type { LocatedIssue } from './located-issues.js';
import type { Neighbours } from './neighbours.js';
import { refusalIssues, refusalOf } from './refusal.js';

/** The parts of a form that issues come from. */
export interface IssueSources {
  state: DraftState;
  labels: KeyValueRows;
  annotations: KeyValueRows;
  tree: FieldTree;
  credentials: CredentialsForm;
  alternatives: Alternatives;
  neighbours: Neighbours;
  words: () => FormWords;
  loaded: () => LoadedForm | undefined;
  /** The storage is stored already: it is no neighbour of its own. */
  isEditing: () => boolean;
}

/** An issue with the id of the control that shows it: of a closed group, when it hides the own one. */
interface PlacedIssue extends LocatedIssue {
  /** The id of the own control of what has no path. */
  hidden?: string;
}

/** What is wrong with a draft: gathered from all parts of the form once for each change, and put where it is shown. */
export class FormIssues {
  readonly #board = new IssueBoard();
  #all: readonly LocatedIssue[] | undefined;
  #missing: number | undefined;
  #shown: readonly LocatedIssue[] | undefined;
  #byId: Map<string, LocatedIssue> | undefined;
  /** What the server refused, and how to say it in other words. */
  #refusal: { said: readonly LocatedIssue[]; say: () => readonly LocatedIssue[] } | undefined;

  constructor(private readonly sources: IssueSources) {}

  /** Something has changed that they depend on. */
  expire(): void {
    this.#all = undefined;
    this.#missing = undefined;
    this.#expireShown();
  }

  touch(id: string): boolean {
    const isNew = this.#board.touch(id);
    if (isNew) this.#expireShown();
    return isNew;
  }

  written(path: FieldPath): void {
    this.#board.written(path.join('.'));
  }

  review(): readonly LocatedIssue[] {
    this.#board.review();
    this.expire();
    return this.shown.filter(({ severity }) => severity === 'error');
  }

  refuse(error: DataSourceError, refused: 'secret' | 'storage'): void {
    const { state, labels, annotations, words } = this.sources;
    const loaded = this.sources.loaded();
    const storage = storageToCheck(state.draft);
    const shown = loaded ? shownIn(loaded.form, this.#provider) : () => false;
    const say = (): readonly LocatedIssue[] => {
      if (refused === 'secret' || !loaded) return [refusalOf(error, words())];
      return refusalIssues(error, { schema: loaded.schema, storage, shown, labels, annotations, messages: words() });
    };
    this.#refusal = { said: say(), say };
    this.#board.refuse(this.#refusal.said);
    this.#expireShown();
  }

  /** The words are others now. */
  reword(): void {
    const before = this.#refusal;
    if (before) {
      this.#refusal = { said: before.say(), say: before.say };
      const after = this.#refusal.said;
      this.#board.reword((issue) => after[before.said.indexOf(issue)] ?? issue);
    }
    this.expire();
  }

  reset(): void {
    this.#refusal = undefined;
    this.#board.reset();
    this.expire();
  }

  /** Those that are shown, each with the id of the control that shows it, from top to bottom. */
  get shown(): readonly LocatedIssue[] {
    return (this.#shown ??= this.#board
      .shown(
        () => this.#issues(),
        (issue) => this.#ids(issue),
      )
      .map((issue) => this.#placed(issue)));
  }

  at(id: string): LocatedIssue | undefined {
    this.#byId ??= together(this.shown);
    return this.#byId.get(id);
  }

  get missing(): number {
    // Told before anything is wrong: what is missing is found without the schema's validator, which takes its time at first.
    return (this.#missing ??= (this.#all ?? this.#gather([])).filter((issue) => issue.missing).length);
  }

  get summary(): readonly LocatedIssue[] {
    if (!this.#board.reviewed) return [];
    const { tree } = this.sources;
    const labels = new Map(this.#fixed.map(({ id, label }) => [id, label]));
    return this.shown
      .filter(({ severity }) => severity === 'error')
      .map((issue) => {
        // A closed group only stands for it.
        const own = this.#isInTree(issue) ? tree.labelAtPath(issue.path) : undefined;
        const label = issue.label ?? own ?? labels.get(issue.id) ?? tree.labelAt(issue.id);
        return label === undefined || issue.missing ? issue : { ...issue, label };
      });
  }

  /** Opens what hides the field of an issue, and returns the id of the control that shows it. */
  reveal(issue: PlacedIssue): string {
    const { tree } = this.sources;
    const id = this.#isInTree(issue) ? tree.reveal(issue.path) : tree.revealId(issue.hidden ?? issue.id);
    this.#expireShown();
    return id ?? issue.id;
  }

  #expireShown(): void {
    this.#shown = undefined;
    this.#byId = undefined;
  }

  get #provider(): ProviderForm | undefined {
    const provider = providerOf(this.sources.state.draft);
    return this.sources.loaded()?.form.providers.find((one) => one.provider === provider);
  }

  get #fixed(): readonly FormField[] {
    const loaded = this.sources.loaded();
    return loaded ? fixedFields(loaded.form, this.#provider) : [];
  }

  /**
   * The fields of the blocks that are chosen, and of groups that stand open from the start: a required one is missing
   * also while what it is in is still empty.
   */
  get #chosenFields(): readonly FormField[] {
    const { alternatives, tree } = this.sources;
    const open = this.sources.loaded()?.form.groups.filter((group) => group.open) ?? [];
    const choices = this.#provider?.panels.flatMap(({ choice }) => choice ?? []) ?? [];
    const inBlocks = choices.flatMap((choice) => {
      const block = tree.nodeOf(alternatives.chosen(choice).block);
      return tree.childrenOf(block).map(({ field }) => field);
    });
    return [...inBlocks, ...open.flatMap(({ fields }) => fields)];
  }

  #isFixed(id: string): boolean {
    return this.#fixed.some((field) => field.id === id);
  }

  /** Where it is in the tree is known by its path. */
  #isInTree(issue: LocatedIssue): issue is LocatedIssue & { path: FieldPath } {
    return issue.path !== undefined && !this.#isFixed(issue.path.join('.'));
  }

  /** A field by its own control, and by the control of the group that hides it. */
  #ids(issue: LocatedIssue): readonly string[] {
    const { id, touchedBy = [] } = issue;
    if (!this.#isInTree(issue)) return [id, ...touchedBy];
    const own = this.sources.tree.nodeAt(issue.path)?.id;
    return [id, ...touchedBy, ...(own === undefined ? [] : [own])];
  }

  #placed(issue: LocatedIssue): PlacedIssue {
    const { tree } = this.sources;
    if (this.#isInTree(issue)) {
      const id = tree.idOf(issue.path) ?? issue.id;
      return id === issue.id ? issue : { ...issue, id };
    }
    const id = this.#isFixed(issue.id) ? issue.id : (tree.shownIdOf(issue.id) ?? issue.id);
    return id === issue.id ? issue : { ...issue, id, hidden: issue.id };
  }

  #issues(): readonly LocatedIssue[] {
    return (this.#all ??= this.#gather(this.#schemaCauses()));
  }

  #schemaCauses(): DraftToCheck['schemaCauses'] {
    const loaded = this.sources.loaded();
    if (!loaded) return [];
    const { schema, validate } = loaded;
    const { state, tree } = this.sources;
    const object = storageToCheck(state.draft);
    if (validate(object)) return [];
    return causesOf(validate.errors ?? [], object).flatMap((cause) => {
      const path = pathOfCause(cause, schema, object);
      // The value is that of a text before: only the text's own fault is of use.
      if (path && tree.isUnreadable(path)) return [];
      return [{ ...cause, id: path?.join('.') ?? '', ...(path && { path }) }];
    });
  }

  #gather(schemaCauses: DraftToCheck['schemaCauses']): readonly LocatedIssue[] {
    const form = this.sources.loaded()?.form;
    if (!form) return [];
    const { state, labels, annotations, tree, credentials, neighbours, isEditing } = this.sources;
    const messages = this.sources.words();
    const isSame = (other: BackupStorage) => sameObject(identityOf(other), identityOf(state.object));
    const provider = this.#provider;
    const namespace = state.object.metadata?.namespace ?? '';
    return draftIssues({
      draft: state.draft,
      form,
      labels,
      annotations,
      credentials: provider
        ? {
            issues: credentialIssues(credentials, { provider, namespace, messages }),
            ids: credentialFieldIds(credentials),
          }
        : { issues: [], ids: [] },
      chosen: this.#chosenFields,
      treeIssues: tree.issues,
      schemaCauses,
      messages,
      neighbours: {
        others: isEditing() ? neighbours.storages.filter((other) => !isSame(other)) : neighbours.storages,
        namespaces: neighbours.namespaces,
        namespacesKnown: neighbours.namespacesKnown,
      },
    });
  }
}

/** Of a field all errors are shown together, or else all warnings. */
function together(issues: readonly LocatedIssue[]): Map<string, LocatedIssue> {
  const first = new Map<string, LocatedIssue>();
  for (const issue of issues) {
    const known = first.get(issue.id);
    if (!known || (known.severity === 'warning' && issue.severity === 'error')) first.set(issue.id, issue);
    else if (known.severity === issue.severity)
      first.set(issue.id, { ...known, message: `${known.message} · ${issue.message}` });
  }
  return first;
}
