import type { Messages } from '../../locales/index.js';
import { credentialsOf, objectsOf, providerOf, SECRET_SUFFIX, type StorageDraft } from '../../manifest/draft.js';
import { getIn } from '../../manifest/json.js';
import {
  checkAnnotationKey,
  checkAnnotationsSize,
  checkDnsLabel,
  checkLabelKey,
  checkLabelValue,
  checkName,
  LABEL_MAX_LENGTH,
  NAME_MAX_LENGTH,
} from '../../model/names.js';
import type { FieldCause } from '../../schema/wording.js';
import type { FormField } from '../../schema/form/field.js';
import type { ProviderForm, StorageForm } from '../../schema/form/storage-form.js';
import {
  ANNOTATIONS_ID,
  error,
  LABELS_ID,
  rowFieldId,
  SECRET_NAME_ID,
  secretFieldId,
  warning,
  type FormIssue,
} from './form-issue.js';
import type { KeyValueRows } from './key-value-rows.js';

export interface DraftToCheck {
  draft: StorageDraft;
  form: StorageForm;
  labels: KeyValueRows;
  annotations: KeyValueRows;
  /** What the schema says of the object that would be sent, with the field as a dotted id where it is known. */
  schemaCauses: readonly (FieldCause & { id: string })[];
  messages: Messages;
}

/** Everything that is wrong with a draft, in the order of the form. */
export function draftIssues(input: DraftToCheck): FormIssue[] {
  const { draft, form } = input;
  const provider = form.providers.find((one) => one.provider === providerOf(draft));
  const required = [...form.basic, form.provider, ...(provider ? fieldsOf(provider) : [])];
  const issues: FormIssue[] = [
    ...required.flatMap((field) => fieldIssues(field, input)),
    ...nameIssues(input),
    ...rowIssues(LABELS_ID, input.labels, checkLabelKey, checkLabelValue, input.messages),
    ...rowIssues(ANNOTATIONS_ID, input.annotations, checkAnnotationKey, () => [], input.messages),
    ...checkAnnotationsSize(input.annotations.toMap() ?? {}).map((message) => error(ANNOTATIONS_ID, message)),
    ...(provider ? credentialIssues(provider, input) : []),
  ];
  const shown = new Set(required.map((field) => field.id));
  for (const { id, field, message } of input.schemaCauses) {
    // A field that is known to be missing does not need to be told so twice.
    if (issues.some((issue) => issue.id === id && issue.missing)) continue;
    issues.push(shown.has(id) ? error(id, message) : error('', `${field}: ${message}`));
  }
  return inFormOrder(issues, form, provider);
}

/** From top to bottom, as the eye and the Tab key go; what no field shows comes last. */
function inFormOrder(issues: FormIssue[], form: StorageForm, provider: ProviderForm | undefined): FormIssue[] {
  const ids = (fields: readonly FormField[]) => fields.map((field) => field.id);
  const order = [
    ...ids(form.basic),
    LABELS_ID,
    ANNOTATIONS_ID,
    form.provider.id,
    SECRET_NAME_ID,
    ...(provider?.secretKeys ?? []).map(({ key }) => secretFieldId(key)),
    ...ids(provider?.authFields ?? []),
    ...(provider?.panels ?? []).flatMap((panel) => ids(panel.fields)),
  ];
  const rank = ({ id }: FormIssue) => {
    const at = order.findIndex(
      (known) => id === known || ((known === LABELS_ID || known === ANNOTATIONS_ID) && id.startsWith(`${known}.`)),
    );
    return at === -1 ? order.length : at;
  };
  return issues.toSorted((a, b) => rank(a) - rank(b));
}

export function fieldsOf(provider: ProviderForm): FormField[] {
  return [...provider.authFields, ...provider.panels.flatMap((panel) => panel.fields)];
}

function fieldIssues(field: FormField, { draft, messages }: DraftToCheck): FormIssue[] {
  const value = getIn(draft.object, field.path);
  if (value === undefined || value === '')
    return field.required ? [{ ...error(field.id, messages.required(field.label)), missing: true }] : [];
  const fault = field.check?.(value);
  return fault === undefined ? [] : [error(field.id, fault)];
}

function nameIssues({ draft, messages }: DraftToCheck): FormIssue[] {
  const id = 'metadata.name';
  const name = draft.object.metadata?.name;
  if (!name) return [];
  const faults = checkName(name);
  if (faults.length > 0) return faults.map((fault) => error(id, fault));
  const provider = providerOf(draft);
  // The volume in the job's pod is named after the storage.
  if (provider === 'local' && checkDnsLabel(name).length > 0) return [warning(id, messages.dnsLabelForLocal)];
  const credentials = credentialsOf(draft);
  const limit = NAME_MAX_LENGTH - SECRET_SUFFIX.length;
  if (credentials.mode === 'new' && !credentials.secretName && name.length > limit && provider !== undefined)
    return [error(id, messages.longSecretName(limit))];
  return name.length > LABEL_MAX_LENGTH ? [warning(id, messages.longName)] : [];
}

function rowIssues(
  list: string,
  rows: KeyValueRows,
  checkKey: (key: string) => string[],
  checkValue: (value: string) => string[],
  messages: Messages,
): FormIssue[] {
  const seen = new Set<string>();
  return rows.filled.flatMap(({ id, key, value }) => {
    const keyId = rowFieldId(list, id, 'key');
    if (key === '') return [error(keyId, messages.emptyKey)];
    if (seen.has(key)) return [error(keyId, messages.duplicateKey(key))];
    seen.add(key);
    return [
      ...checkKey(key).map((fault) => error(keyId, fault)),
      ...checkValue(value).map((fault) => error(rowFieldId(list, id, 'value'), fault)),
    ];
  });
}

function credentialIssues(provider: ProviderForm, { draft, messages }: DraftToCheck): FormIssue[] {
  if (!provider.takesSecret) return [];
  const { mode, values, secretName } = credentialsOf(draft);
  if (mode === 'none') return [];
  if (mode === 'existing') {
    if (!secretName) return [{ ...error(SECRET_NAME_ID, messages.required(messages.secretName)), missing: true }];
    return checkName(secretName).map((fault) => error(SECRET_NAME_ID, fault));
  }
  return (provider.secretKeys ?? [])
    .filter(({ key, required }) => required && !values[key])
    .map(({ key, label }) => ({ ...error(secretFieldId(key), messages.required(label)), missing: true }));
}

/** The object whose schema is checked: what would be sent. */
export function storageToCheck(draft: StorageDraft): object {
  return objectsOf(draft).at(-1)!;
}
