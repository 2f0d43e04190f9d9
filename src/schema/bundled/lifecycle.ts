import { object, string } from './fields.js';
import { execHandler, httpHandler, sleepHandler, tcpHandler } from './handlers.js';

const hook = (title: string, description: string) =>
  object(title, description, {
    exec: execHandler(),
    httpGet: httpHandler(),
    tcpSocket: tcpHandler(),
    sleep: sleepHandler(),
  });

export const lifecycle = () =>
  object('Lifecycle', 'What to do when the container starts and before it is stopped.', {
    postStart: hook('After start', 'Runs right after the container is created; on failure the container is killed.'),
    preStop: hook('Before stop', 'Runs before the container is asked to stop, within the grace period.'),
    stopSignal: string('Stop signal', "Signal that stops the container, e.g. SIGTERM; the image's choice if empty."),
  });
