import { withoutWebhookPrefix, type DataSourceError } from '../../data-source/errors.js';
import type { FormWords } from '../../locales/index.js';
import { isObject } from '../../manifest/json.js';
import { ownFaultWords } from '../../manifest/own-faults.js';
import { serverRuleOf, type ServerRule } from '../../model/server-rules.js';
import type { BackupStorage } from '../../model/types.js';
import { causesOfMessage, isNotice, pathOfCause } from '../../schema/field-path.js';
import type { FieldPath, StructuralSchema } from '../../schema/types.js';
import { ANNOTATIONS_ID, error as issueAt, LABELS_ID, rowFieldId } from './form-issue.js';
import type { KeyValueRows } from './key-value-rows.js';
import { errorAt, type LocatedIssue } from './located-issues.js';

const STORAGE = ['spec', 'storage'];
const PROVIDER = [...STORAGE, 'provider'];
const POLICY = ['spec', 'usagePolicy', 'allowedNamespaces'];
const FROM = [...POLICY, 'from'];

/** What a refusal is placed by. */
export interface RefusedForm {
  schema: StructuralSchema | undefined;
  /** What was sent. */
  storage: BackupStorage;
  /** Whether the form has a place for what concerns a field. */
  shown: (id: string) => boolean;
  /** The rows that the labels and annotations came from. */
  labels?: KeyValueRows;
  annotations?: KeyValueRows;
  messages: FormWords;
}

/**
 * The server's refusal of a storage, at the fields that it is about. What concerns no field of the form has an empty id;
 * nothing of it is left out, but for the same said twice.
 */
export function refusalIssues(error: DataSourceError, form: RefusedForm): LocatedIssue[] {
  const own = ownFaultWords(error, form.messages);
  if (own !== undefined)
    return [error.code === 'already-exists' ? placed(own, [['metadata', 'name']], form) : issueAt('', own)];
  const known = whole(error, form) ?? webhookIssue(error, form);
  if (known) return [known];
  const issues = causesIn(error).map((cause) => causeIssue(cause, form));
  if (issues.length === 0) return [refusalOf(error, form.messages)];
  return issues.filter(
    ({ id, message }, index) => issues.findIndex((other) => other.id === id && other.message === message) === index,
  );
}

/** A refusal that is about no field of the form. */
export function refusalOf(error: DataSourceError, words: FormWords): LocatedIssue {
  return issueAt('', ownFaultWords(error, words) ?? withoutWebhookPrefix(error.message));
}

/** At the first of several fields that the form shows. */
function placed(message: string, fields: readonly FieldPath[], { shown }: RefusedForm): LocatedIssue {
  const path = fields.find((field) => shown(field.join('.')));
  return path ? errorAt(path, message) : issueAt('', message);
}

/** What is told by its kind. Permissions are about no field: the server's sentence says whose and where. */
function whole({ code, message }: DataSourceError, form: RefusedForm): LocatedIssue | undefined {
  if (code === 'already-exists') return placed(message, [['metadata', 'name']], form);
  if (code === 'not-found' && /^namespaces "/.test(message)) return placed(message, [['metadata', 'namespace']], form);
  if (code !== 'forbidden') return undefined;
  if (/because it is being terminated/.test(message)) return placed(message, [['metadata', 'namespace']], form);
  return /is forbidden: exceeded quota/.test(message) ? issueAt('', form.messages.quotaExceeded(message)) : undefined;
}

function webhookIssue(error: DataSourceError, form: RefusedForm): LocatedIssue | undefined {
  const { storage, messages } = form;
  const said = withoutWebhookPrefix(error.message);
  if (/failed calling webhook/.test(said)) return issueAt('', messages.webhookDown(said));
  if (/\bpanic: /.test(said)) {
    const { usagePolicy, storage: backend } = storage.spec ?? {};
    if (usagePolicy && !usagePolicy.allowedNamespaces) return placed(messages.webhookPanicHere(said), [FROM], form);
    const provider = providerIn(storage);
    if (provider !== undefined && !isObject(backend?.[provider]))
      return placed(messages.webhookPanicHere(said), [[...STORAGE, provider], PROVIDER], form);
    return placed(messages.webhookPanic(said), [PROVIDER], form);
  }
  const rule = serverRuleOf(said);
  return rule && placed(said, fieldsOfRule(rule, storage), form);
}

/** What was sent may be anything that a manifest can hold. */
function providerIn({ spec }: BackupStorage): string | undefined {
  const provider: unknown = spec?.storage?.provider;
  return typeof provider === 'string' && provider !== '' ? provider : undefined;
}

/** The fields that a rule of the webhook's is about, the best first. */
function fieldsOfRule(rule: ServerRule, storage: BackupStorage): readonly FieldPath[] {
  const provider = providerIn(storage);
  const block = [...STORAGE, provider ?? ''];
  switch (rule) {
    case 'multipleDefaults':
      return [['spec', 'default']];
    case 'emptySelector':
      return [[...POLICY, 'selector'], FROM];
    case 'sameDirectory':
      return [
        [...block, 'prefix'],
        [...block, provider === 'azure' ? 'container' : 'bucket'],
      ];
    case 'inUse':
      return [STORAGE, PROVIDER];
  }
}

interface Cause {
  field?: string | undefined;
  message: string;
}

function causesIn({ causes, message }: DataSourceError): readonly Cause[] {
  const own = causes.filter((cause) => !isNotice(cause.message));
  if (own.length > 0) return own;
  const found = causesOfMessage(message);
  if (found.length > 0) return found;
  // Go's decoder, in the webhook: a value of a type that the field's Go type cannot hold.
  const field = /Go struct field \w+\.((?:spec|metadata)\.[\w.]+) of type/.exec(message)?.[1];
  return field === undefined ? [] : [{ field, message: withoutWebhookPrefix(message) }];
}

function causeIssue(cause: Cause, form: RefusedForm): LocatedIssue {
  const { field = '', message } = cause;
  const path = form.schema && pathOfCause(cause, form.schema, form.storage);
  const row = path && rowOf(path, message, form);
  if (row !== undefined && form.shown(row)) return issueAt(row, message);
  if (path && form.shown(path.join('.'))) return errorAt(path, message);
  // In what the form does not take apart the message alone would not say what it means.
  const told = field === '' || field === '<nil>' ? message : `${field}: ${message}`;
  const above = path?.map((_, index) => path.slice(0, path.length - index));
  return placed(told, above ?? [], form);
}

/** The id of the row of a label or annotation, where the path leads to one. */
function rowOf(path: FieldPath, message: string, { labels, annotations }: RefusedForm): string | undefined {
  const [parent, map, key, ...more] = path;
  const list = `${parent}.${map}`;
  const rows = list === LABELS_ID ? labels : list === ANNOTATIONS_ID ? annotations : undefined;
  const row = key !== undefined && more.length === 0 ? rows?.filled.find((one) => one.key === key) : undefined;
  if (!row) return undefined;
  // The server quotes what it does not like: the key or the value.
  const isValue = row.value !== row.key && message.includes(`Invalid value: ${JSON.stringify(row.value)}`);
  return rowFieldId(list, row.id, isValue ? 'value' : 'key');
}
