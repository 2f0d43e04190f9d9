import { deepEqual } from '../../manifest/json.js';
import { readManifest, type ManifestIssue, type ReadManifest } from '../../manifest/parse.js';
import { patchJson, patchYaml } from '../../manifest/patch.js';
import {
  holdsSecrets,
  maskSecrets,
  NO_SECRETS,
  rememberSecrets,
  SPOKEN_MASK,
  unmaskSecrets,
  withoutSecretCopies,
  type KnownSecrets,
} from '../../manifest/redact.js';
import { toJson, toYaml, type ManifestFormat } from '../../manifest/serialize.js';
import type { KubernetesObject } from '../../model/types.js';
import { hasBookkeeping, lean, restored } from './bookkeeping.js';

/** Objects and the text that says them, kept equal; credentials masked and bookkeeping folded away until asked for. */
export class ManifestText {
  /** What the editor shows. */
  text = '';
  format: ManifestFormat = 'yaml';
  revealed = false;
  /** managedFields and kubectl's copy of the manifest are shown. */
  unfolded = false;
  issues: readonly ManifestIssue[] = [];
  /** With the credentials in clear, without bookkeeping: of the last text that could be read. */
  objects: readonly KubernetesObject[] = [];
  /** The kinds that were shown at first: what this manifest is for, whatever is typed meanwhile. */
  kinds: readonly (string | undefined)[] = [];
  /** There was a text that could be read, and the way back leads to it. */
  revertible = true;
  /** Every value that was read since the last `show` or `clear`: a cut line keeps its own. */
  #known: KnownSecrets = NO_SECRETS;
  /** The objects with their bookkeeping. */
  #whole: readonly KubernetesObject[] = [];
  /** The YAML that the JSON stands for, so that its comments are there again when the user goes back. */
  #yaml = '';
  /** The JSON that was left for YAML, so that its order and layout are there again. */
  #json = '';
  #read: ReadManifest | undefined;

  /** The text taken apart: once for each text. */
  get reading(): ReadManifest {
    const known = this.#read;
    if (known?.text === this.text && known.format === this.format) return known;
    return (this.#read = readManifest(this.text, this.format));
  }

  /** There is something to mask. */
  get hasCredentials(): boolean {
    return holdsSecrets(this.objects);
  }

  /** There is something to fold away. */
  get hasBookkeeping(): boolean {
    return this.#whole.some(hasBookkeeping);
  }

  /** Whether the text has changed: objects that it says already leave it as it is, with its comments and its order. */
  show(objects: readonly KubernetesObject[]): boolean {
    const isKnown = this.text !== '' && this.issues.length === 0 && deepEqual(objects.map(lean), this.objects);
    if (isKnown && !this.unfolded) {
      this.#whole = objects;
      return false;
    }
    if (!isKnown) this.revealed = false;
    this.#known = NO_SECRETS;
    this.#take(objects);
    this.#yaml = this.#yaml === '' ? toYaml(this.#shown()) : patchYaml(this.#yaml, this.#shown());
    this.#setText(this.format === 'yaml' ? this.#yaml : this.#asJson(this.#shown()));
    this.kinds = objects.map(({ kind }) => kind);
    return true;
  }

  /** Nothing of what was there before is kept, also when this cannot be read. */
  showText(text: string): void {
    this.clear();
    this.text = text;
    const { objects, issues } = this.reading;
    this.issues = issues;
    this.kinds = objects.map(({ kind }) => kind);
    this.revertible = issues.length === 0;
    if (issues.length > 0) return;
    if (this.format === 'yaml') this.#yaml = text;
    this.#take(objects);
    if (this.hasCredentials || (!this.unfolded && this.hasBookkeeping)) this.#retext();
  }

  /** Reads the text into objects. */
  read(): void {
    const { objects, issues } = this.reading;
    this.issues = issues;
    if (issues.length > 0) return;
    const { here, gone } = this.#known;
    this.revertible = true;
    this.#take(restored(unmaskSecrets(objects, here, gone), this.unfolded ? [] : this.#whole));
    if (this.format === 'yaml') this.#yaml = this.text;
  }

  /** Writes other objects into the text that is there. */
  write(objects: readonly KubernetesObject[]): void {
    this.#take(objects);
    this.#retext();
  }

  /** Back to the last text that could be read, if there was one. */
  revert(): void {
    if (!this.revertible) return;
    this.#setText(this.format === 'yaml' ? this.#yaml : this.#asJson(this.#shown()));
    this.issues = this.reading.issues;
  }

  setFormat(format: ManifestFormat): void {
    this.format = format;
    if (format === 'yaml') {
      this.#json = this.text;
      this.#yaml = patchYaml(this.#yaml, this.#shown());
    } else this.#yaml = this.text;
    this.#setText(format === 'yaml' ? this.#yaml : this.#asJson(this.#shown()));
  }

  setRevealed(revealed: boolean): void {
    this.revealed = revealed;
    this.#retext();
  }

  setUnfolded(unfolded: boolean): void {
    this.unfolded = unfolded;
    this.#retext();
  }

  /**
   * For the clipboard and for files: without credentials each mask says that it is one. Undefined when the text cannot
   * be read, and may hold credentials that were not asked for or lacks those that were.
   */
  takeAway(credentials: boolean): string | undefined {
    if (!this.mayTakeAway(credentials)) return undefined;
    if (!this.hasCredentials || this.issues.length > 0) return this.text;
    const objects = credentials ? this.#unmasked() : maskSecrets(this.#unmasked(), SPOKEN_MASK);
    return this.format === 'yaml' ? patchYaml(this.#yaml, objects) : this.#asJson(objects);
  }

  mayTakeAway(credentials: boolean): boolean {
    // What was typed cannot be masked before it can be read.
    return this.issues.length === 0 || !this.#mayHoldCredentials || (credentials && this.revealed);
  }

  /** Credentials first of all. */
  clear(): void {
    this.objects = [];
    this.kinds = [];
    this.#known = NO_SECRETS;
    this.#whole = [];
    this.#yaml = '';
    this.#json = '';
    this.#read = undefined;
    this.revealed = false;
    this.#setText('');
  }

  /** As far as can be told of a text that cannot be read. */
  get #mayHoldCredentials(): boolean {
    const { here, gone } = this.#known;
    return here.length + gone.length > 0 || /\b(Secret|stringData)\b/.test(this.text);
  }

  #take(objects: readonly KubernetesObject[]): void {
    // kubectl's copy of a Secret holds the values in clear, also while the rest is masked.
    this.#whole = withoutSecretCopies(objects);
    this.objects = this.#whole.map(lean);
    this.#known = rememberSecrets(this.#known, this.objects);
  }

  #unmasked(): readonly KubernetesObject[] {
    return this.unfolded ? restored(this.objects, this.#whole) : this.objects;
  }

  #shown(): readonly KubernetesObject[] {
    return this.revealed ? this.#unmasked() : maskSecrets(this.#unmasked());
  }

  /** As it was written before, as far as it still says the same. */
  #asJson(objects: readonly KubernetesObject[]): string {
    return this.#json === '' ? toJson(objects) : patchJson(this.#json, objects);
  }

  /** Writes the objects anew into the text that is there, masked and folded or not as it is now. */
  #retext(): void {
    if (this.#yaml !== '') this.#yaml = patchYaml(this.#yaml, this.#shown());
    this.#setText(this.format === 'yaml' ? this.#yaml : this.#asJson(this.#shown()));
  }

  #setText(text: string): void {
    this.text = text;
    this.issues = [];
    this.revertible = true;
  }
}
