import type { FormWords } from '../../locales/index.js';
import {
  credentialsOf,
  isStorage,
  objectsOf,
  providerOf,
  SECRET_SUFFIX,
  type StorageDraft,
} from '../../manifest/draft.js';
import { getIn } from '../../manifest/json.js';
import {
  checkAnnotationKey,
  checkAnnotationsSize,
  checkDnsLabel,
  checkLabelKey,
  checkLabelValue,
  checkName,
  hasReservedPrefix,
  LABEL_MAX_LENGTH,
  NAME_MAX_LENGTH,
} from '../../model/names.js';
import type { BackupStorage } from '../../model/types.js';
import { volumeSourcesOf } from '../../model/volumes.js';
import type { FieldCause } from '../../schema/wording.js';
import type { FormField } from '../../schema/form/field.js';
import type { FieldPath } from '../../schema/types.js';
import type { ProviderForm, StorageForm } from '../../schema/form/storage-form.js';
import { adviceOf, type AdviceInput } from './advice-issues.js';
import { fixedFields } from './form-fields.js';
import { ANNOTATIONS_ID, error, LABELS_ID, rowFieldId, warning, type FormIssue } from './form-issue.js';
import type { KeyValueRows } from './key-value-rows.js';
import type { LocatedIssue } from './located-issues.js';
import { VOLUME_SOURCE_ID } from './volume-issues.js';

export interface DraftToCheck {
  draft: StorageDraft;
  form: StorageForm;
  labels: KeyValueRows;
  annotations: KeyValueRows;
  /** What the schema says of the object that would be sent, with the field as a dotted id where it is known. */
  schemaCauses: readonly (FieldCause & { id: string; path?: FieldPath })[];
  messages: FormWords;
  /** What is wrong with the credentials, and the ids of their controls from top to bottom. */
  credentials?: { issues: readonly FormIssue[]; ids: readonly string[] };
  /** The fields of the chosen blocks. */
  chosen?: readonly FormField[];
  /** What only the tree of fields knows. */
  treeIssues?: readonly LocatedIssue[];
  /** What is known of the cluster. Without it nothing is said of other objects. */
  neighbours?: Pick<AdviceInput, 'others' | 'namespaces' | 'namespacesKnown'>;
}

/** Everything that is wrong with a draft, in the order of the form. */
export function draftIssues(input: DraftToCheck): LocatedIssue[] {
  const { draft, form } = input;
  const provider = form.providers.find((one) => one.provider === providerOf(draft));
  const { credentials = { issues: [], ids: [] }, chosen = [], treeIssues = [] } = input;
  const fixed = [...fixedFields(form, provider), ...chosen];
  const issues: LocatedIssue[] = [
    ...fixed.flatMap((field) => fieldIssues(field, input)),
    ...nameIssues(input),
    ...rowIssues(LABELS_ID, input.labels, checkLabelKey, checkLabelValue, input.messages),
    ...rowIssues(ANNOTATIONS_ID, input.annotations, checkAnnotationKey, () => [], input.messages),
    ...checkAnnotationsSize(input.annotations.toMap() ?? {}).map((message) => error(ANNOTATIONS_ID, message)),
    ...credentials.issues,
    ...treeIssues,
  ];
  const order = placesOf(form, provider, credentials.ids);
  const place = (issue: LocatedIssue, field: string) => {
    const { path: _nowhere, ...rest } = issue;
    if (placeIn(order, issue.id) >= 0) issues.push(issue);
    // No field is the block as a whole; the choice of the provider comes nearest.
    else if (form.provider && isBlock(issue)) issues.push({ ...rest, id: form.provider.id, path: form.provider.path });
    else issues.push({ ...rest, id: '', message: `${field}: ${issue.message}` });
  };
  for (const issue of adviceIssues(input)) if (!isCovered(issue, issues)) place(issue, issue.id);
  for (const { id, path, field, message } of input.schemaCauses) {
    // A field that is known to be missing does not need to be told so twice.
    if (issues.some((issue) => issue.id === id && issue.missing)) continue;
    place({ ...error(id, message), ...(path && { path }) }, field);
  }
  return inFormOrder(issues, order);
}

function adviceIssues({ draft, neighbours, messages }: DraftToCheck): LocatedIssue[] {
  const storage: BackupStorage = storageToCheck(draft);
  return isStorage(storage) ? adviceOf({ storage, messages, ...neighbours }) : [];
}

const isBlock = ({ path = [] }: LocatedIssue): boolean =>
  path.length === 3 && path[0] === 'spec' && path[1] === 'storage';

/** What is missing as a whole is not told beside the missing fields in it. */
function isCovered({ id, missing }: FormIssue, issues: readonly FormIssue[]): boolean {
  if (!missing) return false;
  const within = id === VOLUME_SOURCE_ID ? /^spec\.storage\.local\.[^.]+\./ : undefined;
  return issues.some(
    (other) => other.missing && (other.id === id || (within?.test(other.id) ?? other.id.startsWith(`${id}.`))),
  );
}

/** The ids of everything that the form shows, from top to bottom, as the eye and the Tab key go. */
function placesOf(
  form: StorageForm,
  provider: ProviderForm | undefined,
  credentials: readonly string[] = [],
): string[] {
  const ids = (fields: readonly FormField[]) => fields.map((field) => field.id);
  return [
    ...ids(form.basic),
    LABELS_ID,
    ANNOTATIONS_ID,
    ...(form.provider ? [form.provider.id] : []),
    ...credentials,
    ...ids(provider?.authFields ?? []),
    ...(provider?.panels ?? []).flatMap(({ fields, choice }) => [
      ...ids(fields),
      ...(choice ? [choice.id, ...choice.options.map(({ block }) => block.id)] : []),
    ]),
    ...ids(provider?.rest ?? []),
    ...form.groups.flatMap(({ fields }) => ids(fields)),
  ];
}

/** Where in that order an issue stands; -1 for nowhere. A field inside another one stands where that one does. */
function placeIn(order: readonly string[], id: string): number {
  return order.findIndex((known) => id === known || id.startsWith(`${known}.`));
}

/** Whether the form has a place for what concerns a field. */
export function shownIn(form: StorageForm, provider: ProviderForm | undefined): (id: string) => boolean {
  const order = placesOf(form, provider);
  return (id) => placeIn(order, id) >= 0;
}

/** What no field shows comes last. */
function inFormOrder(issues: readonly LocatedIssue[], order: readonly string[]): LocatedIssue[] {
  const places = new Map(issues.map((issue) => [issue, placeIn(order, issue.id)]));
  const rank = (issue: LocatedIssue) => (places.get(issue)! < 0 ? order.length : places.get(issue)!);
  return issues.toSorted((a, b) => rank(a) - rank(b));
}

function fieldIssues(field: FormField, { draft, messages }: DraftToCheck): FormIssue[] {
  const value = getIn(draft.object, field.path);
  if (isOfAnotherVolume(field, draft)) return [];
  if (value === undefined || value === '')
    return field.required ? [{ ...error(field.id, messages.required(field.label)), missing: true }] : [];
  const fault = field.check?.(value);
  return fault === undefined ? [] : [error(field.id, fault)];
}

/** What one volume source requires is not required once another one is chosen. */
function isOfAnotherVolume({ path }: FormField, { object }: StorageDraft): boolean {
  const [, , provider, source, inner] = path;
  if (provider !== 'local' || inner === undefined) return false;
  const sources = volumeSourcesOf(object);
  return sources.length > 0 && !sources.includes(String(source));
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
  messages: FormWords,
): FormIssue[] {
  const seen = new Set<string>();
  return rows.filled.flatMap(({ id, key, value }) => {
    const keyId = rowFieldId(list, id, 'key');
    if (key === '') return [error(keyId, messages.emptyKey)];
    if (seen.has(key)) return [error(keyId, messages.duplicateKey(key))];
    seen.add(key);
    return [
      ...checkKey(key).map((fault) => error(keyId, fault)),
      ...(isReserved(key) ? [warning(keyId, messages.reservedPrefix)] : []),
      ...checkValue(value).map((fault) => error(rowFieldId(list, id, 'value'), fault)),
    ];
  });
}

/** `app.kubernetes.io/` is meant for everybody: https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const isReserved = (key: string) => hasReservedPrefix(key) && !key.toLowerCase().startsWith('app.kubernetes.io/');

/** The object whose schema is checked: what would be sent. */
export function storageToCheck(draft: StorageDraft): object {
  return objectsOf(draft).at(-1)!;
}
