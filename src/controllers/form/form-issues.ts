import type { DataSourceError } from '../../data-source/errors.js';
import type { Messages } from '../../locales/index.js';
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
import { draftIssues, shownIn, storageToCheck } from './draft-issues.js';
import type { DraftState } from './draft-state.js';
import type { FieldTree } from './field-tree.js';
import { fixedFields } from './form-fields.js';
import type { LoadedForm } from './form-loading.js';
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
  messages: Messages;
  loaded: () => LoadedForm | undefined;
  /** The storage is stored already: it is no neighbour of its own. */
  isEditing: () => boolean;
}

/** What is wrong with a draft: gathered from all parts of the form once for each change, and put where it is shown. */
export class FormIssues {
  readonly #board = new IssueBoard();
  #all: readonly LocatedIssue[] | undefined;
  #shown: readonly LocatedIssue[] | undefined;
  #byId: Map<string, LocatedIssue> | undefined;

  constructor(private readonly sources: IssueSources) {}

  /** Something has changed that they depend on. */
  expire(): void {
    this.#all = undefined;
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
    const { state, labels, annotations, messages } = this.sources;
    const loaded = this.sources.loaded();
    if (refused === 'secret' || !loaded) this.#board.refuse([refusalOf(error)]);
    else {
      const { schema, form } = loaded;
      const storage = storageToCheck(state.draft);
      const shown = shownIn(form, this.#provider);
      this.#board.refuse(refusalIssues(error, { schema, storage, shown, labels, annotations, messages }));
    }
    this.#expireShown();
  }

  reset(): void {
    this.#board.reset();
    this.expire();
  }

  /** Those that are shown, each with the id of the control that shows it, from top to bottom. */
  get shown(): readonly LocatedIssue[] {
    return (this.#shown ??= this.#board
      .shown(this.#issues(), (issue) => this.#ids(issue))
      .map((issue) => this.#placed(issue)));
  }

  at(id: string): LocatedIssue | undefined {
    this.#byId ??= together(this.shown);
    return this.#byId.get(id);
  }

  get missing(): number {
    return this.#issues().filter((issue) => issue.missing).length;
  }

  get summary(): readonly LocatedIssue[] {
    if (!this.#board.reviewed) return [];
    const labels = new Map(this.#fixed.map(({ id, label }) => [id, label]));
    return this.shown
      .filter(({ severity }) => severity === 'error')
      .map((issue) => {
        const label = issue.label ?? labels.get(issue.id) ?? this.sources.tree.labelAt(issue.id);
        return label === undefined || issue.missing ? issue : { ...issue, label };
      });
  }

  /** Opens what hides the field of an issue, and returns the id of the control that shows it. */
  reveal(issue: LocatedIssue): string {
    const { path } = issue;
    if (!path || this.#isFixed(path)) return issue.id;
    const id = this.sources.tree.reveal(path) ?? issue.id;
    this.#expireShown();
    return id;
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

  #isFixed(path: FieldPath): boolean {
    const id = path.join('.');
    return this.#fixed.some((field) => field.id === id);
  }

  /** A field by its own control, and by the control of the group that hides it. */
  #ids({ id, path, touchedBy = [] }: LocatedIssue): readonly string[] {
    if (!path || this.#isFixed(path)) return [id, ...touchedBy];
    const own = this.sources.tree.nodeAt(path)?.id;
    return [id, ...touchedBy, ...(own === undefined ? [] : [own])];
  }

  #placed(issue: LocatedIssue): LocatedIssue {
    const { path } = issue;
    if (!path || this.#isFixed(path)) return issue;
    const id = this.sources.tree.idOf(path) ?? issue.id;
    return id === issue.id ? issue : { ...issue, id };
  }

  #issues(): readonly LocatedIssue[] {
    const loaded = this.sources.loaded();
    if (!loaded) return [];
    return (this.#all ??= this.#gather(loaded));
  }

  #gather({ form, schema, validate }: LoadedForm): readonly LocatedIssue[] {
    const { state, labels, annotations, tree, credentials, neighbours, messages, isEditing } = this.sources;
    const isSame = (other: BackupStorage) => sameObject(identityOf(other), identityOf(state.object));
    const provider = this.#provider;
    const namespace = state.object.metadata?.namespace ?? '';
    const object = storageToCheck(state.draft);
    const causes = validate(object) ? [] : causesOf(validate.errors ?? [], object);
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
      schemaCauses: causes.map((cause) => {
        const path = pathOfCause(cause, schema, object);
        return { ...cause, id: path?.join('.') ?? '', ...(path && { path }) };
      }),
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
