import { deepEqual } from '../../manifest/json.js';
import type { FormField } from '../../schema/form/field.js';
import type { FormChoice } from '../../schema/form/storage-form.js';
import type { FieldPath, StructuralSchema } from '../../schema/types.js';
import type { DraftState } from './draft-state.js';

type ChoiceOption = FormChoice['options'][number];

/** Parts of the form of which not all are sent: blocks to choose from, and fields that hang on another one. */
export class Alternatives {
  /** Chosen by the user, by the choice: it may still be empty. */
  readonly #chosen = new Map<string, string>();

  constructor(private readonly state: DraftState) {}

  /** The blocks of a choice that hold something: one at most, unless a manifest says otherwise. */
  filled({ path, options }: FormChoice): readonly ChoiceOption[] {
    return options.filter(({ value }) => this.state.valueAt([...path, value]) !== undefined);
  }

  /** The block that is shown. */
  chosen(choice: FormChoice): ChoiceOption {
    const filled = this.filled(choice);
    const among = filled.length > 0 ? filled : choice.options;
    return among.find(({ value }) => value === this.#chosen.get(choice.id)) ?? among[0]!;
  }

  /** What was entered in the other blocks is kept, and is there again when they are chosen. */
  choose(choice: FormChoice, value: string): void {
    this.#chosen.set(choice.id, value);
    for (const other of this.filled(choice)) if (other.value !== value) this.state.park([...choice.path, other.value]);
    const path = [...choice.path, value];
    const { block } = choice.options.find((option) => option.value === value) ?? {};
    // A block without required fields, such as emptyDir, says something by being there.
    if (!this.state.fetch(path) && block && requiresNothing(block.schema) && this.state.valueAt(path) === undefined)
      this.state.write(path, {});
  }

  /** A field that has a value is shown in any case: a manifest may say what the form would not ask for. */
  isShown({ when, path }: FormField): boolean {
    return !when || this.#holds(when) || this.state.valueAt(path) !== undefined;
  }

  /** Call after a write: what hangs on the written field is taken out, or brought back. */
  settle(written: FieldPath, fields: readonly FormField[]): void {
    for (const { when, path } of fields) {
      if (!when || !deepEqual(when.path, written)) continue;
      if (this.#holds(when)) this.state.fetch(path);
      else this.state.park(path);
    }
  }

  reset(): void {
    this.#chosen.clear();
  }

  #holds({ path, equals }: NonNullable<FormField['when']>): boolean {
    return deepEqual(this.state.valueAt(path), equals);
  }
}

const requiresNothing = ({ required = [] }: StructuralSchema) => required.length === 0;
