import { getIn } from '../../manifest/json.js';
import type { FieldPath } from '../../schema/types.js';
import type { Fill } from './credentials-fill.js';
import type { CredentialsStore } from './credentials-store.js';
import { secretFieldId } from './form-issue.js';

type Values = Readonly<Record<string, string>>;

/** What was filled in, with what was there before: what has become something else since is the user's. */
interface Written {
  values: readonly { key: string; before: string | undefined; after: string | undefined }[];
  field?: { path: FieldPath; after: string };
}

/** What a file or a pasted text has filled in, how to say so, and how to take it back. */
export class FilledIn {
  #choices: readonly Fill[] = [];
  #written: Written | undefined;
  #said = '';

  constructor(
    private readonly store: CredentialsStore,
    private readonly values: { get: () => Values; set: (values: Values) => void },
  ) {}

  /** What has just happened; empty when nothing has. */
  get said(): string {
    return this.#said;
  }

  get canUndo(): boolean {
    return this.#written !== undefined;
  }

  /** Profiles to choose from, by their names; empty when there is nothing to choose. */
  get choices(): readonly { name: string; temporary: boolean }[] {
    return this.#choices.map(({ profile, temporary }, index) => ({
      name: profile || this.store.messages.profileUnnamed(index + 1),
      temporary,
    }));
  }

  /** Fills in what was found, or asks which of several. */
  take(fills: readonly Fill[]): void {
    const [fill, ...more] = fills;
    this.clear();
    if (more.length > 0) this.#choices = fills;
    else if (fill) this.#apply(fill);
    this.store.requestUpdate();
  }

  choose(index: number): void {
    const fill = this.#choices[index];
    this.take(fill ? [fill] : []);
  }

  say(words: string): void {
    this.clear();
    this.#said = words;
    this.store.requestUpdate();
  }

  undo(): void {
    const written = this.#written;
    if (!written) return;
    const values = { ...this.values.get() };
    for (const { key, before, after } of written.values) {
      if (values[key] !== after) continue;
      if (before === undefined) delete values[key];
      else values[key] = before;
    }
    this.values.set(values);
    const { field } = written;
    if (field && getIn(this.store.draft.object, field.path) === field.after) this.store.write(field.path, undefined);
    this.say(this.store.messages.undone);
  }

  /** The user has typed into a field: what was filled in there is theirs now. */
  typed(key: string): void {
    if (this.#written?.values.some((one) => one.key === key)) this.clear();
  }

  clear(): void {
    this.#choices = [];
    this.#written = undefined;
    this.#said = '';
  }

  #apply({ values, emptyValues = {}, emptyField, profile, temporary }: Fill): void {
    const { messages, draft, providerForm } = this.store;
    const current = this.values.get();
    const free = Object.entries(emptyValues).filter(([key]) => !current[key]);
    const next = { ...values, ...Object.fromEntries(free) };
    const labelOf = (key: string) => providerForm?.secretKeys?.find((hint) => hint.key === key)?.label ?? key;
    const filled = Object.keys(next).map(labelOf);
    const kept = Object.entries(emptyValues)
      .filter(([key, value]) => current[key] && current[key] !== value)
      .map(([key]) => labelOf(key));

    let field: Written['field'];
    if (emptyField) {
      const { path, value } = emptyField;
      const id = path.join('.');
      const label = providerForm?.authFields.find((one) => one.id === id)?.label ?? String(path.at(-1));
      const typed = getIn(draft.object, path);
      if (!typed) {
        field = { path, after: value };
        filled.push(label);
        this.store.write(path, value);
      } else if (typed !== value) kept.push(label);
    }
    this.values.set({ ...current, ...next });
    for (const key of Object.keys(next)) this.store.touch(secretFieldId(key));
    this.#written = {
      values: Object.entries(next).map(([key, after]) => ({ key, before: current[key], after })),
      ...(field && { field }),
    };
    this.#said = [
      messages.filledIn(filled, profile),
      ...kept.map((label) => messages.keptAsTyped(label)),
      ...(temporary ? [messages.filledTemporary] : []),
    ].join(' ');
  }
}
