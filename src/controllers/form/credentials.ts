import {
  credentialsOf,
  providerOf,
  SECRET_SUFFIX,
  secretNameOf,
  type CredentialsDraft,
  type CredentialsMode,
} from '../../manifest/draft.js';
import { missingKeys } from '../../model/credentials/secret-contents.js';
import { CREDENTIAL_FILE_MAX_SIZE, textOfFile } from '../../model/credentials/text-file.js';
import { strayWhitespace, type Stray } from '../../model/credentials/whitespace.js';
import { checkName } from '../../model/names.js';
import type { SecretKeyHint } from '../../schema/form/overlay.js';
import { SecretCheck, type SecretLook } from './credentials-check.js';
import { fillsFor } from './credentials-fill.js';
import { FilledIn } from './credentials-filled.js';
import { WorkloadIdentity } from './credentials-identity.js';
import { SecretNames } from './credentials-names.js';
import { followSchema } from './credentials-schema.js';
import { SecretPairs } from './credentials-pairs.js';
import type { CredentialsStore } from './credentials-store.js';
import { summaryOf } from './credentials-verdict.js';
import { SECRET_NAME_ID } from './form-issue.js';
import type { KeyValueRows } from './key-value-rows.js';

/** What is known of the existing Secret that was named. */
export type ExistingSecret = SecretLook & { name: string; missing: readonly string[] };

/**
 * Where the credentials of a storage come from, without any markup: a new Secret, an existing one, or the workload
 * identity. Each way of each provider keeps what was entered for it. Values are in the draft and nowhere else.
 */
export class CredentialsForm {
  readonly identity: WorkloadIdentity;
  /** What a file or a pasted text has filled in. */
  readonly filled: FilledIn;
  readonly #store: CredentialsStore;
  readonly #names: SecretNames;
  readonly #check: SecretCheck;
  readonly #pairs = new SecretPairs();
  #asksForName = false;
  /** Names of Secrets that were entered, by the provider and the mode that was left. */
  readonly #left = new Map<string, string | undefined>();
  #provider: string | undefined;
  /** Counts what was asked for, so that a file that is read late fills in nothing. */
  #asked = 0;

  constructor(store: CredentialsStore) {
    const update = () => store.requestUpdate();
    this.#store = store;
    this.identity = new WorkloadIdentity(store);
    this.#names = new SecretNames(update);
    this.#check = new SecretCheck(update);
    this.filled = new FilledIn(store, {
      get: () => this.#draft.values,
      set: (values) => this.#write({ ...this.#draft, values }),
    });
  }

  /** Call when anything around may have changed, such as before each render: it costs nothing when nothing has. */
  refresh(): void {
    const { dataSource, namespace, providerForm } = this.#store;
    const provider = providerForm?.provider;
    if (provider !== this.#provider) {
      this.#provider = provider;
      this.#settle();
      this.identity.providerChanged(provider, this.mode === 'none');
    }
    this.#followSchema();
    const named = this.mode === 'existing' || (this.mode === 'new' && this.usedName !== undefined);
    if (providerForm?.takesSecret && named) this.#names.want(dataSource, namespace);
  }

  get mode(): CredentialsMode {
    return this.#draft.mode;
  }

  /** Each way keeps the name that was entered for it: that of an existing Secret must not become that of a new one. */
  setMode(mode: CredentialsMode): void {
    const before = this.mode;
    if (mode === before) return;
    const provider = providerOf(this.#store.draft);
    const { secretName, ...rest } = this.#draft;
    this.#left.set(`${provider} ${before}`, secretName);
    const kept = this.#left.get(`${provider} ${mode}`);
    this.#settle();
    this.#write({ ...rest, mode, ...(kept === undefined ? {} : { secretName: kept }) });
    if (mode === 'none') this.identity.enter(provider);
    else if (before === 'none') this.identity.leave();
  }

  /** As the user has typed it. */
  get secretName(): string {
    return this.#draft.secretName ?? '';
  }

  set secretName(name: string) {
    const { secretName: _secretName, ...rest } = this.#draft;
    // A field that is being emptied must not turn into a sentence.
    this.#asksForName ||= rest.mode === 'new';
    this.#write({ ...rest, ...(name === '' ? {} : { secretName: name }) });
  }

  /** The name that a new Secret gets by itself; undefined before the storage has one. */
  get derivedName(): string | undefined {
    const name = this.#store.draft.object.metadata?.name;
    return name ? `${name}${SECRET_SUFFIX}` : undefined;
  }

  /** The name of the Secret that will be made or used. */
  get usedName(): string | undefined {
    return secretNameOf(this.#store.draft);
  }

  /** Names of the namespace's Secrets, as far as the user may list them. */
  get names(): readonly string[] {
    return this.#names.names ?? [];
  }

  get namesDenied(): boolean {
    return this.#names.denied;
  }

  /** The Secret that stands in the way of a new one; undefined when there is none. */
  get takenName(): string | undefined {
    const name = this.usedName;
    return this.mode === 'new' && name !== undefined && this.names.includes(name) ? name : undefined;
  }

  /** The name of the new Secret is a field, not a sentence. */
  get asksForName(): boolean {
    return this.#asksForName || this.secretName !== '' || this.takenName !== undefined;
  }

  askForName(): void {
    this.#asksForName = true;
    this.#store.requestUpdate();
  }

  /** Takes the Secret that is there in the place of a new one. */
  useTaken(): void {
    const name = this.takenName;
    if (name === undefined) return;
    this.setMode('existing');
    this.secretName = name;
    this.leave(SECRET_NAME_ID);
  }

  /** Undefined until the user has left the field with its name. */
  get existing(): ExistingSecret | undefined {
    const { namespace, providerForm } = this.#store;
    const look = this.mode === 'existing' ? this.#check.lookAt(namespace, this.secretName) : undefined;
    if (!look) return undefined;
    const missing = look.state === 'found' ? missingKeys(providerForm?.secretKeys ?? [], look.keys) : [];
    return { ...look, name: this.secretName, missing };
  }

  /** The user has left a field. */
  leave(id: string): void {
    const { dataSource, namespace } = this.#store;
    this.#store.touch(id);
    if (id === SECRET_NAME_ID && this.mode === 'existing' && checkName(this.secretName).length === 0)
      void this.#check.read(dataSource, namespace, this.secretName);
  }

  /** Keys that are known; empty for a provider whose keys nobody knows. */
  get keys(): readonly SecretKeyHint[] {
    return this.#store.providerForm?.secretKeys ?? [];
  }

  /** The keys are free: nobody knows which ones the provider reads. */
  get isGeneric(): boolean {
    return this.#store.providerForm !== undefined && this.#store.providerForm.secretKeys === undefined;
  }

  valueOf(key: string): string {
    const { values } = this.#draft;
    return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
  }

  setValue(key: string, value: string): void {
    this.filled.typed(key);
    this.#write({ ...this.#draft, values: { ...this.#draft.values, [key]: value } });
  }

  /** What stands for a hidden multi-line value, or was read in a shown one. */
  summaryOf(key: string): string {
    return summaryOf(key, this.valueOf(key), this.#store.messages);
  }

  /** Whether there is a file to choose for a key: a document, or what the AWS console offers for download. */
  takesFile(key: string): boolean {
    return key === 'AWS_ACCESS_KEY_ID' || this.keys.some((hint) => hint.key === key && hint.multiline);
  }

  /** What has come along with a value and is no part of it. */
  strayIn(key: string): Stray | undefined {
    const multiline = this.keys.find((hint) => hint.key === key)?.multiline;
    return multiline === undefined ? undefined : strayWhitespace(this.valueOf(key), { multiline });
  }

  /** On the user's word only. */
  removeStray(key: string): void {
    const stray = this.strayIn(key);
    if (stray) this.setValue(key, stray.cleaned);
  }

  /** The value is a text that holds more than itself, such as a connection string. */
  hasParts(key: string): boolean {
    return key === 'AZURE_ACCOUNT_KEY' && fillsFor(key, this.valueOf(key)).length > 0;
  }

  /** Fills in the parts of what was typed. */
  useParts(key: string): void {
    this.filled.take(fillsFor(key, this.valueOf(key)));
  }

  /** A text was pasted or dropped into a field. False when it is just a value, for the field to take. */
  offer(key: string, text: string): boolean {
    const fills = fillsFor(key, text);
    if (fills.length === 0) return false;
    this.#asked += 1;
    this.filled.take(fills);
    return true;
  }

  /** A text takes the place of what is in a field, or fills in several. */
  take(key: string, text: string): void {
    if (this.offer(key, text)) return;
    const { messages } = this.#store;
    const isLine = !/[\r\n]/.test(text.trim());
    if (!isLine && !this.keys.find((hint) => hint.key === key)?.multiline)
      return this.filled.say(messages.fileFaults['no-keys']);
    this.filled.take([{ values: { [key]: text }, profile: '', temporary: false }]);
  }

  /** Reads a file into a field. What cannot be a credential is refused with words, never with its content. */
  async takeFile(key: string, file: Blob): Promise<void> {
    const { messages } = this.#store;
    const asked = ++this.#asked;
    if (file.size > CREDENTIAL_FILE_MAX_SIZE) return this.filled.say(messages.fileFaults['too-big']);
    const bytes = await file.arrayBuffer().catch(() => undefined);
    // Meanwhile the user may have chosen something else.
    if (asked !== this.#asked) return;
    if (!bytes) return this.filled.say(messages.fileFaults.unreadable);
    const read = textOfFile(new Uint8Array(bytes));
    if ('fault' in read) this.filled.say(messages.fileFaults[read.fault]);
    else this.take(key, read.text);
  }

  /** Rows of free keys and values. Call `pairsChanged` after a change. */
  get pairs(): KeyValueRows {
    return this.#pairs.rowsOf(providerOf(this.#store.draft) ?? '', this.#draft.values);
  }

  pairsChanged(): void {
    this.#write({ ...this.#draft, values: this.#pairs.valuesOf(providerOf(this.#store.draft) ?? '') });
  }

  /** Clears every value from memory, those in the draft included. */
  forget(): void {
    this.#settle();
    this.#names.forget();
    this.#check.forget();
    this.#pairs.forget();
    this.#left.clear();
    this.#asksForName = false;
    this.identity.forget();
    this.#provider = undefined;
    const { draft } = this.#store;
    const held = Object.entries(draft.credentials);
    if (!held.some(([, { values, secret }]) => secret || Object.keys(values).length > 0)) return;
    const emptied = held.map(
      ([provider, { secret: _secret, ...rest }]) => [provider, { ...rest, values: {} }] as const,
    );
    this.#store.draft = { ...draft, credentials: Object.fromEntries(emptied) };
  }

  get #draft(): CredentialsDraft {
    return credentialsOf(this.#store.draft);
  }

  #write(credentials: CredentialsDraft): void {
    const { draft } = this.#store;
    const provider = providerOf(draft);
    if (provider === undefined) return;
    this.#store.draft = { ...draft, credentials: { ...draft.credentials, [provider]: credentials } };
  }

  /** What was being filled in is about something else now. */
  #settle(): void {
    this.#asked += 1;
    this.filled.clear();
  }

  /** The block of this cluster's CRD may have another field for the Secret's name, or none. */
  #followSchema(): void {
    const { providerForm, draft } = this.#store;
    if (!providerForm || providerForm.provider !== providerOf(draft)) return;
    const before = this.#draft;
    const after = followSchema(before, providerForm);
    if (after !== before) this.#write(after);
  }
}
