import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { DataSourceError, errorFromStatus } from '../errors.js';
import type { WatchEvent } from '../types.js';
import { checkedStatus, isJsonObject, parsedJson, protocolError } from './answer.js';
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
      throw done ? truncated() : protocolError('The stream holds bytes that are not UTF-8.');
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
    if (length > LONGEST_LINE) throw new DataSourceError('too-large', 'The stream holds a line without an end.');
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
    throw protocolError('The stream holds something that is not a watch event.');
  const { type: kind, object } = event;
  switch (kind) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type: kind, object: completed<T>(type, object as KubernetesObject) };
    case 'BOOKMARK':
      return { type: kind, object: object as KubernetesObject };
    case 'ERROR':
      throw errorFromStatus(checkedStatus(object) ?? { message: 'The server ended the watch with an error.' });
    default:
      throw protocolError('The stream holds a watch event of an unknown type.');
  }
}

function truncated(): DataSourceError {
  return new DataSourceError('unreachable', 'The connection was lost in the middle of an event.');
}
