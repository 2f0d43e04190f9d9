import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { errorFromStatus, type DataSourceError } from '../errors.js';
import { requestFault } from '../request-faults.js';
import type { WatchEvent } from '../types.js';
import { checkedStatus, isJsonObject, parsedJson, type JsonObject } from './answer.js';
import { completed } from './objects.js';

/** No event is longer: etcd stores objects of 1.5 MiB, and JSON may make several bytes of one. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** The lines of a stream of bytes, without their ends. A last line without an end is one too. */
export async function* linesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<string> {
  // Strict: a damaged character in a name must not become another name.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: string[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    let text: string;
    try {
      text = done ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch {
      throw done ? truncated() : badStream('The stream holds bytes that are not UTF-8.');
    }
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield pieces.join('') + text.slice(start, end);
      pieces = [];
      length = 0;
      start = end + 1;
    }
    pieces.push(text.slice(start));
    length += text.length - start;
    if (length > LONGEST_LINE) throw requestFault('endless-line');
    if (!done) continue;
    const rest = pieces.join('');
    if (rest.trim() === '') return;
    if (parsedJson(rest) === undefined) throw truncated();
    yield rest;
    return;
  }
}

/** The event of one line; undefined for an empty one. Throws the error that an ERROR event carries. */
export function watchEventOf<T extends KubernetesObject>(type: ResourceType, line: string): WatchEvent<T> | undefined {
  if (line.trim() === '') return undefined;
  const event = parsedJson(line);
  if (!isJsonObject(event) || !isJsonObject(event['object']))
    throw badStream('The stream holds something that is not a watch event.');
  const { type: kind, object } = event;
  switch (kind) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type: kind, object: completed<T>(type, object as KubernetesObject) };
    case 'BOOKMARK':
      return { type: kind, object: object as KubernetesObject };
    case 'ERROR':
      throw errorOf(object);
    default:
      throw badStream('The stream holds a watch event of an unknown type.');
  }
}

function truncated(): DataSourceError {
  return requestFault('lost', { message: 'The connection was lost in the middle of an event.' });
}

function badStream(message: string): DataSourceError {
  return requestFault('bad-stream', { message });
}

function errorOf(object: JsonObject): DataSourceError {
  const status = checkedStatus(object);
  return status ? errorFromStatus(status) : requestFault('watch-failed');
}
