import type { ResourceType } from '../../model/resources.js';
import type { DataSourceError, KubernetesStatus } from '../errors.js';
import { requestFault } from '../request-faults.js';
import type { AccessQuery } from '../types.js';
import { failureStatus, type FailureStatus } from './status.js';

/** A request as faults see it: what is asked for, never a body. */
export interface RequestInfo {
  readonly verb: AccessQuery['verb'] | 'apply' | 'review' | 'namespaces' | 'schema';
  /** Absent for reviews, which may be about several types, and for `namespaces`. */
  readonly type?: ResourceType;
  /** Empty at the cluster scope. */
  readonly namespace: string;
  /** Empty where no single object is meant. */
  readonly name: string;
  readonly user: string;
  readonly dryRun: boolean;
}

export type RequestFilter = (request: RequestInfo) => boolean;

/** Which requests meet a fault, and how many of them. */
export interface FaultOptions {
  /** Absent means every request. */
  when?: RequestFilter;
  /** How many requests; 1 unless given. `Infinity` lasts until it is undone. */
  times?: number;
}

/** Takes a fault back. */
export type Undo = () => void;

/** Requests that are kept waiting. */
export interface Hold {
  /** How many requests wait now. */
  readonly waiting: number;
  /** Lets them go on, and holds no more. */
  release: Undo;
}

const WRITES = new Set(['create', 'update', 'patch', 'apply', 'delete']);
const SENTENCES: Readonly<Record<number, readonly [reason: string, message: string]>> = {
  400: ['BadRequest', 'the server rejected our request for an unknown reason'],
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'forbidden'],
  410: ['Expired', 'The resourceVersion for the provided list is too old.'],
  429: ['TooManyRequests', 'too many requests, please try again later'],
  500: ['InternalError', 'Internal error occurred: simulated fault'],
  503: ['ServiceUnavailable', 'the server is currently unable to handle the request'],
  504: ['Timeout', 'the server was unable to return a response in the time allotted'],
};

/** Whether a request may have changed something although its answer says nothing. */
export function isWrite({ verb, dryRun }: RequestInfo): boolean {
  return WRITES.has(verb) && !dryRun;
}

/** What a client sees of a broken connection. */
export function unreachable(outcome?: 'unknown'): DataSourceError {
  return requestFault('lost', { outcome });
}

/** The Status of a simulated refusal. */
export function completeStatus(answer: number | KubernetesStatus): FailureStatus {
  if (typeof answer === 'number') {
    const [reason, message] = SENTENCES[answer] ?? [undefined, `The server answered ${answer}.`];
    return failureStatus({ code: answer, reason, message } as Parameters<typeof failureStatus>[0]);
  }
  const { code = 500, message = `The server answered ${code}.`, reason, details } = answer;
  return failureStatus({
    code,
    message,
    ...(reason === undefined ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
  });
}
