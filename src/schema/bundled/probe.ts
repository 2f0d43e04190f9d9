import { int32, int64, object } from './fields.js';
import { execHandler, grpcHandler, httpHandler, tcpHandler } from './handlers.js';

export const probe = (title: string, description: string) =>
  object(title, description, {
    exec: execHandler(),
    httpGet: httpHandler(),
    tcpSocket: tcpHandler(),
    grpc: grpcHandler(),
    initialDelaySeconds: int32('Initial delay', 'Seconds to wait after the container has started; 0 if empty.'),
    periodSeconds: int32('Period', 'Seconds between two checks; 10 if empty, at least 1.'),
    timeoutSeconds: int32('Timeout', 'Seconds after which a check counts as failed; 1 if empty.'),
    successThreshold: int32('Success threshold', 'Successes in a row to recover from a failure; 1 if empty.'),
    failureThreshold: int32('Failure threshold', 'Failures in a row before action is taken; 3 if empty.'),
    terminationGracePeriodSeconds: int64(
      'Termination grace period',
      "Seconds the container gets to stop after a failed check; the pod's own period if empty.",
    ),
  });
