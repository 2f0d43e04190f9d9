import type { ReactiveControllerHost } from 'lit';
import { DataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import { en, type Messages } from '../locales/index.js';
import { manifestFaults } from '../manifest/checks.js';
import { createStorage, type PlanProgress, type PlanResult } from '../manifest/creation-plan.js';
import { parseManifest, type ManifestIssue } from '../manifest/parse.js';
import { patchYaml } from '../manifest/patch.js';
import { isSecret, maskSecrets, rememberSecrets, unmaskSecrets } from '../manifest/redact.js';
import { toJson, toYaml, type ManifestFormat } from '../manifest/serialize.js';
import { deepEqual } from '../manifest/json.js';
import { withoutLastApplied } from '../model/metadata.js';
import type { KubernetesObject, Secret } from '../model/types.js';

/** Reading the text waits until typing pauses for this long, in milliseconds. */
const PARSE_AFTER_MS = 200;

/** The behaviour of the manifest preview without any markup: text and objects kept equal, credentials masked, submit. */
export class ManifestPreviewController {
  readonly #host: ReactiveControllerHost;
  readonly #messages: Messages;
  /** With the credentials in clear. */
  #objects: readonly KubernetesObject[] = [];
  /** Every value that was read since the last `show` or `clear`, by place: a cut line keeps its own. */
  #known: readonly Secret[] = [];
  #given: readonly KubernetesObject[] | undefined;
  #text = '';
  /** The YAML that the JSON stands for, so that its comments are there again when the user goes back. */
  #yaml = '';
  #format: ManifestFormat = 'yaml';
  #revealed = false;
  #issues: readonly ManifestIssue[] = [];
  #faults: readonly string[] = [];
  #pending: ReturnType<typeof setTimeout> | undefined;
  #attempt: string | undefined;
  #progress: readonly PlanProgress[] = [];
  #submitting: AbortController | undefined;
  #result: PlanResult | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly onChange: () => void,
    messages: Messages = en,
  ) {
    this.#host = host;
    this.#messages = messages;
    // What was typed last is read even when the element is moved or taken away.
    host.addController({ hostDisconnected: () => this.flush() });
  }

  /** Shows these objects. The same ones again leave the text as it is, with its comments and its order. */
  show(objects: readonly KubernetesObject[]): void {
    if (objects === this.#given) return;
    this.#given = objects;
    this.#stopReading();
    if (this.#text !== '' && this.#issues.length === 0 && deepEqual(objects, this.#objects)) return;
    this.#forgetAttempt();
    this.#known = [];
    this.#take(objects);
    this.#yaml = this.#yaml === '' ? toYaml(this.#shown()) : patchYaml(this.#yaml, this.#shown());
    this.#setText(this.#format === 'yaml' ? this.#yaml : toJson(this.#shown()));
    this.#check();
  }

  /** Shows a text, whatever it says. Credentials in it are masked if it can be read. */
  showText(text: string): void {
    this.#stopReading();
    this.#forgetAttempt();
    this.#given = undefined;
    const { objects, issues } = parseManifest(text, this.#format);
    this.#issues = issues;
    this.#text = text;
    if (this.#format === 'yaml') this.#yaml = text;
    if (issues.length === 0) {
      this.#known = [];
      this.#take(objects);
      if (!this.#revealed && this.hasCredentials) this.#retext();
    }
    this.#check();
  }

  /** What the editor shows. */
  get text(): string {
    return this.#text;
  }

  get format(): ManifestFormat {
    return this.#format;
  }

  get revealed(): boolean {
    return this.#revealed;
  }

  /** There is something to mask. */
  get hasCredentials(): boolean {
    return this.#objects.some(isSecret);
  }

  /** What the text says, credentials in clear: of the last text that could be read. */
  get objects(): readonly KubernetesObject[] {
    return this.#objects;
  }

  /** For events and anything that leaves the page's hands: the same with credentials masked. */
  get maskedObjects(): readonly KubernetesObject[] {
    return maskSecrets(this.#objects);
  }

  /** Faults of the text, each with its place. */
  get issues(): readonly ManifestIssue[] {
    return this.#issues;
  }

  /** What keeps the objects from being created, although the text can be read. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  get valid(): boolean {
    return this.#issues.length === 0 && this.#faults.length === 0;
  }

  get submitting(): boolean {
    return this.#submitting !== undefined;
  }

  get progress(): readonly PlanProgress[] {
    return this.#progress;
  }

  get result(): PlanResult | undefined {
    return this.#result;
  }

  /** The user has typed. */
  edit(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#forgetAttempt();
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#read(), PARSE_AFTER_MS);
  }

  /** Reads what was typed now, without waiting for a pause. */
  flush(): void {
    if (this.#pending === undefined) return;
    this.#read();
  }

  /** Back to the last text that could be read: the way out of one that cannot. */
  revert(): void {
    this.#stopReading();
    this.#setText(this.#format === 'yaml' ? this.#yaml : toJson(this.#shown()));
    this.#check();
    this.onChange();
    this.#host.requestUpdate();
  }

  /** Does nothing while the text cannot be read: the way back would lose it. */
  setFormat(format: ManifestFormat): void {
    this.flush();
    if (format === this.#format || this.#issues.length > 0) return;
    this.#format = format;
    if (format === 'yaml') this.#yaml = patchYaml(this.#yaml, this.#shown());
    else this.#yaml = this.#text;
    this.#setText(format === 'yaml' ? this.#yaml : toJson(this.#shown()));
    this.#host.requestUpdate();
  }

  /** For this view only. Does nothing while the text cannot be read. */
  setRevealed(revealed: boolean): void {
    this.flush();
    if (revealed === this.#revealed || this.#issues.length > 0) return;
    this.#revealed = revealed;
    this.#retext();
    this.#host.requestUpdate();
  }

  /** Reads what was typed last, and says whether a submit may begin: none is under way, and the manifest has no faults. */
  ready(): boolean {
    this.flush();
    return !this.submitting && this.valid;
  }

  /**
   * Creates the objects. Resolves with undefined unless it is {@link ready}. A result that comes after `clear` is not kept
   * here: it is no longer what the user looks at.
   */
  async submit(source: DataSource | undefined): Promise<PlanResult | undefined> {
    if (!this.ready()) return undefined;
    if (!source) {
      const error = new DataSourceError('unsupported', this.#messages.noSourceText);
      this.#result = { outcome: 'refused', refused: 'storage', error };
      this.#host.requestUpdate();
      return this.#result;
    }
    const run = new AbortController();
    const isCurrent = () => this.#submitting === run;
    this.#submitting = run;
    this.#progress = [];
    const earlier = this.#result;
    this.#result = undefined;
    // Kept until the text changes: trying again converges on what an earlier try has created.
    this.#attempt ??= crypto.randomUUID();
    this.#host.requestUpdate();
    try {
      const result = await createStorage(source, this.#objects, {
        attempt: this.#attempt,
        earlier,
        signal: run.signal,
        onProgress: (progress) => {
          if (!isCurrent()) return;
          this.#progress = [...this.#progress.filter(({ step }) => step !== progress.step), progress];
          this.#host.requestUpdate();
        },
      });
      if (isCurrent()) this.#result = result;
      return result;
    } finally {
      if (isCurrent()) this.#submitting = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Forgets everything, credentials first of all. Nothing more is created of a submit that is under way. */
  clear(): void {
    this.#stopReading();
    this.#submitting?.abort();
    this.#submitting = undefined;
    this.#objects = [];
    this.#known = [];
    this.#given = undefined;
    this.#text = '';
    this.#yaml = '';
    this.#revealed = false;
    this.#issues = [];
    this.#faults = [];
    this.#forgetAttempt();
    this.#host.requestUpdate();
  }

  #stopReading(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
  }

  /** What was said of the former text is no longer about this one. */
  #forgetAttempt(): void {
    this.#attempt = undefined;
    this.#progress = [];
    this.#result = undefined;
  }

  #take(objects: readonly KubernetesObject[]): void {
    // kubectl's copy of a Secret holds the values in clear, also while the rest is masked.
    this.#objects = objects.map((object) => (isSecret(object) ? withoutLastApplied(object) : object));
    this.#known = rememberSecrets(this.#known, this.#objects);
  }

  #shown(): readonly KubernetesObject[] {
    return this.#revealed ? this.#objects : maskSecrets(this.#objects);
  }

  /** Writes the objects anew into the text that is there, masked or not as it is now. */
  #retext(): void {
    if (this.#yaml !== '') this.#yaml = patchYaml(this.#yaml, this.#shown());
    this.#setText(this.#format === 'yaml' ? this.#yaml : toJson(this.#shown()));
  }

  #setText(text: string): void {
    this.#text = text;
    this.#issues = [];
  }

  #read(): void {
    this.#stopReading();
    const { objects, issues } = parseManifest(this.#text, this.#format);
    this.#issues = issues;
    if (issues.length === 0) {
      this.#take(unmaskSecrets(objects, this.#known));
      if (this.#format === 'yaml') this.#yaml = this.#text;
    }
    this.#check();
    this.onChange();
    this.#host.requestUpdate();
  }

  #check(): void {
    this.#faults = this.#issues.length === 0 ? manifestFaults(this.#objects, this.#messages) : [];
  }
}
