import type { ReactiveControllerHost } from 'lit';
import { DataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import type { ManifestWords } from '../locales/index.js';
import type { KindName, SchemaOf } from '../manifest/assist-kinds.js';
import { manifestFaults } from '../manifest/checks.js';
import type { PlanProgress, PlanResult } from '../manifest/creation-plan.js';
import { dryRun } from '../manifest/dry-run.js';
import { diagnose, placeOf, type ManifestDiagnostic } from '../manifest/diagnostics.js';
import type { ManifestIssue, ReadManifest } from '../manifest/parse.js';
import { isSecret, maskSecrets } from '../manifest/redact.js';
import type { ManifestFormat } from '../manifest/serialize.js';
import type { Verdict } from '../manifest/verdict.js';
import { englishManifest } from '../manifest/words.js';
import { BACKUP_STORAGES, type ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import { pathOfCause } from '../schema/field-path.js';
import { ManifestSchemas } from './manifest/manifest-schemas.js';
import { ManifestText } from './manifest/manifest-text.js';
import { withExistingSecret, withNextSecretName } from './manifest/secret-choices.js';
import { Submission } from './manifest/submission.js';
import { VERDICT_AFTER_MS, VerdictKeeper } from './manifest/verdict-keeper.js';

/** Reading the text waits until typing pauses for this long, in milliseconds. */
const PARSE_AFTER_MS = 200;

/**
 * What the server says to the text, before anything is created:
 * - `none`: nobody is asked, because nothing is submitted from here, or there is no data source that could create it
 * - `waiting`: the text has faults that come first
 * - `checking`: it is being asked, or will be as soon as typing pauses
 * - `known`: see the verdict
 */
export type VerdictState = { is: 'none' | 'waiting' | 'checking' } | { is: 'known'; verdict: Verdict };

export interface ManifestPreviewOptions {
  /** The words in use, asked for each time that they are needed; without it English. */
  words?: () => ManifestWords;
  /** Whether somebody sees the manifest: the server is asked about no other. */
  isShown?: () => boolean;
}

/**
 * The behaviour of the manifest preview without any markup: text and objects kept equal, credentials masked, the
 * server's verdict, submit.
 */
export class ManifestPreviewController {
  /** Of the object that is submitted beside its Secret. */
  type: ResourceType = BACKUP_STORAGES;
  /** Nothing is submitted from here: what would keep it from being created is of no interest. */
  readonly = false;
  readonly #isShown: () => boolean;
  readonly #host: ReactiveControllerHost;
  readonly #words: () => ManifestWords;
  readonly #text = new ManifestText();
  /** The tries to create the objects, and the Secret that one of them may have left behind. */
  readonly submission: Submission;
  readonly #verdicts: VerdictKeeper;
  #source: DataSource | undefined;
  #given: readonly KubernetesObject[] | undefined;
  #faults:
    | { of: readonly KubernetesObject[]; type: ResourceType; messages: ManifestWords; said: readonly string[] }
    | undefined;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #replaces = false;
  #selection: { from: number; to: number } | undefined;
  readonly #schemas: ManifestSchemas;
  #diagnosed:
    | {
        read: ReadManifest;
        schemaOf: SchemaOf | undefined;
        type: ResourceType | undefined;
        of: readonly KubernetesObject[];
        messages: ManifestWords;
        said: readonly ManifestDiagnostic[];
      }
    | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly onChange: () => void,
    { words = englishManifest, isShown = () => true }: ManifestPreviewOptions = {},
  ) {
    this.#host = host;
    this.#words = words;
    this.#isShown = isShown;
    this.submission = new Submission(host);
    this.#schemas = new ManifestSchemas(
      () => this.#isShown(),
      () => host.requestUpdate(),
    );
    this.#verdicts = new VerdictKeeper(host, {
      objects: () => (this.#source && this.creatable && this.submittable && this.#isReady ? this.objects : undefined),
      ask: (objects, signal) =>
        dryRun(this.#source!, objects, { type: this.type, attempt: this.submission.attempt, signal }),
      isShown: () => globalThis.document?.visibilityState !== 'hidden' && this.#isShown(),
    });
    // What was typed last is read even when the element is moved or taken away.
    host.addController({ hostDisconnected: () => this.flush() });
  }

  /** Whom to ask for a verdict. Without one nobody is asked before the submit. */
  get source(): DataSource | undefined {
    return this.#source;
  }

  set source(source: DataSource | undefined) {
    if (source === this.#source) return;
    this.#source = source;
    this.#schemas.source = source;
    if (source) this.#verdicts.expect();
    else this.#verdicts.forget();
  }

  /** Shows these objects. The same ones again leave the text as it is, with its comments and its order. */
  show(objects: readonly KubernetesObject[]): void {
    if (objects === this.#given) return;
    this.#given = objects;
    this.#stopReading();
    if (this.#text.show(objects)) this.#changed();
  }

  /** Shows a text, whatever it says. Credentials in it are masked if it can be read. */
  showText(text: string): void {
    this.#stopReading();
    this.#given = undefined;
    this.#text.showText(text);
    this.#changed();
  }

  /** What the editor shows. */
  get text(): string {
    return this.#text.text;
  }

  get format(): ManifestFormat {
    return this.#text.format;
  }

  get revealed(): boolean {
    return this.#text.revealed;
  }

  /** There is something to mask. */
  get hasCredentials(): boolean {
    return this.#text.hasCredentials;
  }

  /** There are managedFields, or kubectl's copy of the manifest. */
  get hasManagedFields(): boolean {
    return this.#text.hasBookkeeping;
  }

  /** They are shown. */
  get managedFieldsShown(): boolean {
    return this.#text.unfolded;
  }

  /** What the text says, credentials in clear and bookkeeping left out: of the last text that could be read. */
  get objects(): readonly KubernetesObject[] {
    return this.#text.objects;
  }

  /** For events and anything that leaves the page's hands: the same with credentials masked. */
  get maskedObjects(): readonly KubernetesObject[] {
    return maskSecrets(this.#text.objects);
  }

  /** Faults of the text, each with its place. */
  get issues(): readonly ManifestIssue[] {
    return this.#text.issues;
  }

  /** The manifest is one to create: it was given with an object of the type, or with nothing at all. */
  get submittable(): boolean {
    const { kinds } = this.#text;
    return !this.readonly && (kinds.length === 0 || kinds.includes(this.type.kind));
  }

  /** False when the data source cannot create anything at all. */
  get creatable(): boolean {
    return this.#source === undefined || this.#source.create !== undefined;
  }

  /** What fields and values the kinds in the manifest have; undefined while it is being loaded. */
  get schemaOf(): SchemaOf | undefined {
    return this.#schemas.schemaOf;
  }

  /** Everything that is wrong with the text, or with what it says, each at its place. While it is typed, of before. */
  get diagnostics(): readonly ManifestDiagnostic[] {
    if (this.#pending !== undefined) return this.#diagnosed?.said ?? [];
    const { objects, schemaOf } = this;
    const read = this.#text.reading;
    const known = this.#diagnosed;
    const type = this.submittable ? this.type : undefined;
    const messages = this.#words();
    const isSame = known?.read === read && known.schemaOf === schemaOf && known.type === type;
    if (isSame && known.of === objects && known.messages === messages) return known.said;
    const said = read.text === '' ? [] : diagnose(read, { schemaOf, messages, type, objects });
    this.#diagnosed = { read, schemaOf, type, of: objects, messages, said };
    return said;
  }

  /** Where a field stands in the text; undefined for what is not there. */
  placeOf(of: 'secret' | 'storage', field: string): { from: number; to: number } | undefined {
    const document = this.objects.findIndex((object) => isSecret(object) === (of === 'secret'));
    const object = this.objects[document];
    const schema = object && this.schemaOf?.(object as KindName)?.schema;
    if (!object || this.issues.length > 0) return undefined;
    const path = schema ? pathOfCause({ field, message: '' }, schema, object) : undefined;
    return placeOf(this.#text.reading, document, path ?? field.split('.'), 'value');
  }

  /** The place in the text that was gone to last. */
  get selection(): { from: number; to: number } | undefined {
    return this.#selection;
  }

  /** Goes to a place in the text. */
  goTo({ from, to }: { from: number; to: number }): void {
    this.#selection = { from, to };
    this.#host.requestUpdate();
  }

  /** What keeps the objects from being created, although the text can be read. */
  get faults(): readonly string[] {
    if (this.issues.length > 0 || !this.submittable) return [];
    const { objects, type } = this;
    if (this.text === '' && objects.length === 0) return [];
    const messages = this.#words();
    if (this.#faults?.of !== objects || this.#faults.type !== type || this.#faults.messages !== messages)
      this.#faults = { of: objects, type, messages, said: manifestFaults(objects, messages, type) };
    return this.#faults.said;
  }

  get valid(): boolean {
    return this.issues.length === 0 && this.faults.length === 0;
  }

  /** What the server says to this very text. */
  get verdict(): VerdictState {
    if (!this.#source || !this.submittable || !this.creatable) return { is: 'none' };
    if (!this.valid || this.text === '') return { is: 'waiting' };
    const { verdict } = this.#verdicts;
    return verdict ? { is: 'known', verdict } : { is: 'checking' };
  }

  /** The user is known to lack a right without which nothing can be created. */
  get denied(): boolean {
    const { verdict } = this;
    return verdict.is === 'known' && verdict.verdict.objections.some(({ kind }) => kind === 'denied');
  }

  /** Asks for the verdict again. */
  recheck(): void {
    this.flush();
    this.#verdicts.expect();
    this.#host.requestUpdate();
  }

  get submitting(): boolean {
    return this.submission.submitting;
  }

  get progress(): readonly PlanProgress[] {
    return this.submission.progress;
  }

  get result(): PlanResult | undefined {
    return this.submission.result;
  }

  /** The submit removes the Secret that has the name already. Until the text changes. */
  get replacesSecret(): boolean {
    return this.#replaces;
  }

  set replacesSecret(replaces: boolean) {
    this.#replaces = replaces;
    this.#host.requestUpdate();
  }

  /** Takes the Secret out of the manifest: the storage uses the one that has the name already. */
  useExistingSecret(): void {
    this.#rewrite(withExistingSecret);
  }

  /** Gives the Secret the next name, in the storage too. */
  renameSecret(): void {
    this.#rewrite(withNextSecretName);
  }

  /** The user has typed. */
  edit(text: string): void {
    if (text === this.text) return;
    this.#text.text = text;
    this.submission.forgetResult();
    this.#replaces = false;
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#read(), PARSE_AFTER_MS);
    if (this.#source) this.#verdicts.expect(VERDICT_AFTER_MS);
    this.#host.requestUpdate();
  }

  /** Reads what was typed now, without waiting for a pause. */
  flush(): void {
    if (this.#pending === undefined) return;
    this.#read();
  }

  /** There was a text that could be read. */
  get revertible(): boolean {
    return this.#text.revertible;
  }

  /** Back to the last text that could be read: the way out of one that cannot. Does nothing when there was none. */
  revert(): void {
    if (!this.revertible) return;
    this.#stopReading();
    this.#text.revert();
    this.#tell();
    if (this.#source) this.#verdicts.expect();
  }

  /** Does nothing while the text cannot be read: the way back would lose it. */
  setFormat(format: ManifestFormat): void {
    this.#reshow(format !== this.format, () => this.#text.setFormat(format));
  }

  /** For this view only. Does nothing while the text cannot be read. */
  setRevealed(revealed: boolean): void {
    this.#reshow(revealed !== this.revealed, () => this.#text.setRevealed(revealed));
  }

  /** Does nothing while the text cannot be read. */
  setManagedFieldsShown(shown: boolean): void {
    this.#reshow(shown !== this.managedFieldsShown, () => this.#text.setUnfolded(shown));
  }

  /**
   * The text for the clipboard and for files. Without credentials each mask says that it is one. Undefined when a text
   * that cannot be read may hold credentials that were not asked for, or lacks those that were.
   */
  takeAway(credentials: boolean): string | undefined {
    this.flush();
    return this.#text.takeAway(credentials);
  }

  /** Whether {@link takeAway} would answer a text. */
  mayTakeAway(credentials: boolean): boolean {
    return this.#text.mayTakeAway(credentials);
  }

  /** Reads what was typed last, and says whether a submit may begin: none is under way, and the manifest has no faults. */
  ready(): boolean {
    this.flush();
    return this.submittable && this.creatable && this.#isReady && !this.denied;
  }

  /**
   * Creates the objects. Resolves with undefined unless it is {@link ready}. A result that comes after `clear` is not kept
   * here: it is no longer what the user looks at.
   */
  async submit(source: DataSource | undefined): Promise<PlanResult | undefined> {
    if (!this.ready()) return undefined;
    if (!source) {
      const error = new DataSourceError('unsupported', this.#words().noSourceText);
      this.submission.refuse({ outcome: 'refused', refused: 'storage', error });
      return this.submission.result;
    }
    const checked = source === this.#source && this.#verdicts.isFresh(this.objects);
    this.#verdicts.forget();
    return this.submission.submit(source, this.objects, this.type, { checked, replaceSecret: this.#replaces });
  }

  /** After a success: the text again, masked, for another one. */
  again(): void {
    this.setRevealed(false);
    this.#changed();
    this.#host.requestUpdate();
  }

  /** Forgets everything, credentials first of all. Nothing more is created of a submit that is under way. */
  clear(): void {
    this.#stopReading();
    this.#verdicts.forget();
    this.submission.clear();
    this.#given = undefined;
    this.#replaces = false;
    this.#selection = undefined;
    this.#diagnosed = undefined;
    this.#faults = undefined;
    this.#text.clear();
    this.#host.requestUpdate();
  }

  get #isReady(): boolean {
    return !this.submitting && this.valid && this.objects.length > 0;
  }

  #stopReading(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
  }

  /** Other objects are shown. */
  #changed(): void {
    this.#replaces = false;
    this.submission.forgetResult();
    this.submission.take(this.objects);
    if (this.#source) this.#verdicts.expect();
  }

  /** The same objects, written in another way. */
  #reshow(isOther: boolean, write: () => void): void {
    this.flush();
    if (!isOther || this.issues.length > 0) return;
    write();
    this.#host.requestUpdate();
  }

  #rewrite(change: (objects: readonly KubernetesObject[]) => readonly KubernetesObject[]): void {
    this.flush();
    if (this.issues.length > 0 || !this.objects.some(isSecret)) return;
    this.#text.write(change(this.objects));
    this.#changed();
    this.#tell();
  }

  #read(): void {
    this.#stopReading();
    this.#text.read();
    if (this.issues.length === 0) this.submission.take(this.objects);
    this.#tell();
  }

  #tell(): void {
    this.onChange();
    this.#host.requestUpdate();
  }
}
