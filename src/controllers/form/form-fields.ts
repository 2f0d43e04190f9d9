import type { NestedHint, NestedHints } from '../../schema/form/field-children.js';
import type { FormField } from '../../schema/form/field.js';
import type { ProviderForm, StorageForm } from '../../schema/form/storage-form.js';

/** The fields that have a fixed place, from top to bottom: everything but groups and what a tree shows. */
export function fixedFields(form: StorageForm, provider: ProviderForm | undefined): FormField[] {
  return [
    ...form.basic,
    ...(form.provider ? [form.provider] : []),
    ...(provider ? [...provider.authFields, ...provider.panels.flatMap(({ fields }) => fields)] : []),
  ];
}

/** The fields that everything else in the form is reached from. */
export function formRoots({ providers, groups }: StorageForm): FormField[] {
  return [
    ...choiceBlocks({ providers }),
    ...providers.flatMap(({ panels, rest }) => [...panels.flatMap(({ fields }) => fields), ...rest]),
    ...groups.flatMap(({ fields }) => fields),
  ];
}

/** The blocks of all choices. */
export function choiceBlocks({ providers }: Pick<StorageForm, 'providers'>): FormField[] {
  return providers.flatMap(({ panels }) =>
    panels.flatMap(({ choice }) => choice?.options.map(({ block }) => block) ?? []),
  );
}

/** Words and rules for fields inside the blocks of a choice, and what a tree leaves out because it has a fixed place. */
export function hintsOf({ providers, basic }: StorageForm): NestedHints {
  const hints = providers.flatMap(({ panels }) => panels.flatMap(({ choice }) => choice?.hints ?? []));
  return new Map<string, NestedHint>([
    ...hints.map(({ path, ...hint }): [string, NestedHint] => [path.join('.'), hint]),
    ...basic.map(({ path, label }): [string, NestedHint] => [path.join('.'), { label, shownElsewhere: true }]),
  ]);
}

export function fieldsWithConditions({ groups }: StorageForm): FormField[] {
  return groups.flatMap(({ fields }) => fields.filter(({ when }) => when !== undefined));
}
