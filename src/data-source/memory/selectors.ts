import { parseSelector } from '../../model/label-selector.js';
import type { KubernetesObject } from '../../model/types.js';
import { badRequest } from './status.js';

/** Whether an object is meant by a list or watch. */
export type ObjectPredicate = (object: KubernetesObject) => boolean;

const everything: ObjectPredicate = () => true;

/** What a list or watch may be narrowed by. */
export interface Selection {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/** Label and field selector together; throws the server's 400 for one that it cannot read. */
export function selectorPredicate({ labelSelector, fieldSelector }: Selection): ObjectPredicate {
  const byLabels = labelSelector ? labelPredicate(labelSelector) : everything;
  const byFields = fieldSelector ? fieldPredicate(fieldSelector) : everything;
  if (byLabels === everything) return byFields;
  return byFields === everything ? byLabels : (object) => byLabels(object) && byFields(object);
}

/** The one name that a field selector asks for, if it does: rules with names allow such lists. */
export function selectedName(fieldSelector: string | undefined): string | undefined {
  for (const { field, operator, value } of fieldTerms(fieldSelector ?? ''))
    if (field === 'metadata.name' && operator !== '!=') return value;
  return undefined;
}

function labelPredicate(text: string): ObjectPredicate {
  let matches: (labels: Record<string, string>) => boolean;
  try {
    matches = parseSelector(text);
  } catch (thrown) {
    throw badRequest(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return (object) => matches(object.metadata?.labels ?? {});
}

function fieldPredicate(text: string): ObjectPredicate {
  const tests = fieldTerms(text).map(({ field, operator, value }): ObjectPredicate => {
    // No type here declares selectable fields of its own.
    if (field !== 'metadata.name' && field !== 'metadata.namespace')
      throw badRequest(`field label not supported: ${field}`);
    const member = field === 'metadata.name' ? 'name' : 'namespace';
    return (object) => ((object.metadata?.[member] ?? '') === value) === (operator !== '!=');
  });
  return (object) => tests.every((test) => test(object));
}

function fieldTerms(text: string): { field: string; operator: string; value: string }[] {
  return text
    .split(',')
    .filter((term) => term !== '')
    .map((term) => {
      const [, field, operator, value] = /^([^=!]*)(==|=|!=)(.*)$/.exec(term) ?? [];
      if (field === undefined || operator === undefined || value === undefined)
        throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
      return { field, operator, value };
    });
}
