import type { WriteOptions } from '../../types.js';
import { badRequest } from '../status.js';
import type { ServerExchange } from './exchange.js';

/** What a list or watch is narrowed by. */
export function selectionIn({ query, request }: ServerExchange, namespace: string | undefined) {
  const [labelSelector, fieldSelector] = [query.get('labelSelector'), query.get('fieldSelector')];
  return {
    signal: request.signal,
    ...(namespace === undefined ? {} : { namespace }),
    ...(labelSelector ? { labelSelector } : {}),
    ...(fieldSelector ? { fieldSelector } : {}),
  };
}

export function writeOptionsIn({ query, request }: ServerExchange): WriteOptions {
  const [fieldValidation, fieldManager] = [query.get('fieldValidation'), query.get('fieldManager')];
  return {
    signal: request.signal,
    dryRun: dryRunIn(query),
    ...(fieldValidation ? { fieldValidation: fieldValidation as NonNullable<WriteOptions['fieldValidation']> } : {}),
    ...(fieldManager ? { fieldManager } : {}),
  };
}

export function dryRunIn(query: URLSearchParams): boolean {
  const values = query.getAll('dryRun').filter((value) => value !== '');
  const unknown = values.find((value) => value !== 'All');
  if (unknown === undefined) return values.length > 0;
  throw badRequest(`Invalid value: ${JSON.stringify(unknown)}: supported values: "All"`);
}

export function numberIn(query: URLSearchParams, parameter: string): number | undefined {
  const text = query.get(parameter);
  if (!text) return undefined;
  if (!/^\d+$/.test(text)) throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}

export function flagIn(query: URLSearchParams, parameter: string): boolean {
  const value = query.get(parameter);
  return value === 'true' || value === '1';
}
