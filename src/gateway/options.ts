import { parseArgs } from 'node:util';
import { StartFailure } from './failure.js';

export interface CliOptions {
  context?: string;
  namespace?: string;
  kubeconfig?: string;
  port: number;
  open: boolean;
  readOnly: boolean;
  /** Say this instead of starting. */
  say?: 'help' | 'version';
}

export const HELP = `Opens the BackupStorage console on the cluster of your kubeconfig, on this machine only.

Usage: npx backupstorage-elements [options]

  --context <name>      a context of the kubeconfig (default: the current one)
  --namespace <name>    the namespace that the console begins with (default: all)
  --kubeconfig <file>   (default: $KUBECONFIG, then ~/.kube/config)
  --port <number>       the port on 127.0.0.1 (default: any free one)
  --read-only           change nothing in the cluster
  --no-open             do not open a browser
  --version, --help
`;

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean', default: false } as const;

/** Throws a {@link StartFailure} that names what is wrong. */
export function optionsIn(args: readonly string[]): CliOptions {
  const { context, namespace, kubeconfig, port = '0', ...flags } = valuesIn(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new StartFailure('--port takes a number from 0 to 65535.');
  if (namespace !== undefined && !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace))
    throw new StartFailure('--namespace takes the name of a namespace: lower-case letters, digits and -.');
  return {
    ...(context === undefined ? {} : { context }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
    port: Number(port),
    open: !flags['no-open'],
    readOnly: flags['read-only'],
    ...(flags.help ? { say: 'help' } : flags.version ? { say: 'version' } : {}),
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        context: TEXT,
        namespace: { ...TEXT, short: 'n' },
        kubeconfig: TEXT,
        port: TEXT,
        'read-only': FLAG,
        'no-open': FLAG,
        help: { ...FLAG, short: 'h' },
        version: FLAG,
      },
    }).values;
  } catch (thrown) {
    throw new StartFailure((thrown as Error).message);
  }
}
