import { atomicList, int32, int64, intOrString, object, string } from './fields.js';

const port = () => intOrString('Port', 'Port number from 1 to 65535, or the name of a container port.');

export const execHandler = () =>
  object('Command', 'Run a command in the container; exit code 0 is success.', {
    command: atomicList(
      'Command',
      'The program and its arguments, run without a shell.',
      string('Word', 'The program, or one argument.'),
    ),
  });

export const httpHandler = () =>
  object(
    'HTTP request',
    'Send an HTTP GET request; a status from 200 to 399 is success.',
    {
      scheme: string('Scheme', 'HTTP or HTTPS; HTTP if empty. The certificate is not verified.'),
      host: string('Host', "Host to connect to; the pod's own IP address if empty."),
      port: port(),
      path: string('Path', 'Path to request, e.g. /healthz.'),
      httpHeaders: atomicList(
        'Headers',
        'Headers to send along; a name may occur more than once.',
        object(
          'Header',
          'One HTTP header of the request.',
          {
            name: string('Name', 'Name of the header, e.g. Authorization.'),
            value: string('Value', 'Content of the header.'),
          },
          { required: ['name', 'value'] },
        ),
      ),
    },
    { required: ['port'] },
  );

export const tcpHandler = () =>
  object(
    'TCP connection',
    'Open a TCP connection; an accepted connection is success.',
    { host: string('Host', "Host to connect to; the pod's own IP address if empty."), port: port() },
    { required: ['port'] },
  );

export const grpcHandler = () =>
  object(
    'gRPC health check',
    'Ask the gRPC health service of the container.',
    {
      port: int32('Port', 'Port number of the gRPC service, from 1 to 65535.'),
      service: string('Service', 'Service name to ask about; empty asks about the server as a whole.', { default: '' }),
    },
    { required: ['port'] },
  );

export const sleepHandler = () =>
  object(
    'Sleep',
    'Do nothing but wait for some time.',
    { seconds: int64('Seconds', 'How many seconds to wait.') },
    { required: ['seconds'] },
  );
