import { errorFromStatus, type DataSourceError, type KubernetesStatus } from '../errors.js';
import { requestFault, statusSentence } from '../request-faults.js';
import { retryAfterMs, warningTexts } from './headers.js';

/** What JSON objects are before they are looked at. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws unless the server says that it did what it was asked. Reads the body of refusals only. */
export async function checkAnswer(response: Response): Promise<void> {
  const { status, type, ok } = response;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw requestFault('redirect', { status: status || undefined });
  if (ok) return checkNotHtml(response);
  // `Response.error()`, and hosts that report a lost connection that way.
  if (status === 0) throw requestFault('unreachable');
  throw await refusalOf(response);
}

/** The JSON of an answer that {@link checkAnswer} let through. Never quotes what it cannot read: it may be a Secret. */
export async function jsonOf(response: Response): Promise<JsonObject> {
  const text = await response.text();
  const value = parsedJson(text);
  if (isJsonObject(value)) return value;
  throw requestFault(text.trim() === '' ? 'no-answer' : 'not-json', { status: response.status });
}

/** As {@link jsonOf}; undefined for an answer without a body. */
export async function jsonIfAny(response: Response): Promise<JsonObject | undefined> {
  const text = await response.text();
  if (text.trim() === '') return undefined;
  const value = parsedJson(text);
  if (isJsonObject(value)) return value;
  throw requestFault('not-json', { status: response.status });
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function checkNotHtml(response: Response): void {
  const mediaType = response.headers.get('Content-Type') ?? '';
  if (!/\bhtml\b/i.test(mediaType)) return;
  throw requestFault('web-page', { status: response.status });
}

/** 500 that the API server or a webhook gives before anything is stored; any other may have come after. */
const BEFORE_STORING = /failed calling webhook|^admission webhook "|^failed to create (?:manager|typed patch object)/;

/** The error for an answer of 400 and more, whoever on the way gave it. */
async function refusalOf(response: Response): Promise<DataSourceError> {
  const { status } = response;
  const given = await statusIn(response);
  const message = given?.message || statusSentence(response);
  const isKubernetes = given?.kind === 'Status';
  const isCertain =
    status < 500 || (isKubernetes && (status === 503 || (status === 500 && BEFORE_STORING.test(message))));
  return errorFromStatus(
    { ...given, message },
    {
      status,
      statusText: response.statusText,
      warnings: warningTexts(response.headers.get('Warning')),
      retryAfterMs: retryAfterMs(response.headers.get('Retry-After')),
      ...(isCertain ? { outcome: 'not-applied' as const } : { outcome: 'unknown' as const }),
    },
  );
}

/** The Status in a refusal; of other JSON its sentence; nothing of a proxy's page, which is markup. */
async function statusIn(response: Response): Promise<KubernetesStatus | undefined> {
  const body = parsedJson(await response.text().catch(() => ''));
  if (!isJsonObject(body)) return undefined;
  const { message } = body;
  const said = typeof message === 'string' && message !== '' ? { message } : {};
  return body['kind'] === 'Status' ? (checkedStatus(body) ?? said) : said;
}

/** A Status from outside, with nothing in it that is not of the type declared. */
export function checkedStatus(value: unknown): KubernetesStatus | undefined {
  if (!isJsonObject(value) || value['kind'] !== 'Status') return undefined;
  const { reason, message, code } = value;
  const details = isJsonObject(value['details']) ? value['details'] : {};
  const { causes, retryAfterSeconds } = details;
  return {
    kind: 'Status',
    ...(typeof code === 'number' ? { code } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    details: {
      ...(Array.isArray(causes) ? { causes: causes.filter(isJsonObject).map(checkedCause) } : {}),
      ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
    },
  };
}

function checkedCause({ field, message, reason }: JsonObject) {
  return {
    message: typeof message === 'string' ? message : '',
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}
