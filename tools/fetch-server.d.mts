import type { Server } from 'node:http';

export interface FetchServer {
  server: Server;
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Cuts what is still connected. */
  close(): Promise<void>;
}

/**
 * Serves on a port of this machine, any free one unless given. The signal of a request aborts when its client goes; where
 * the handler or a body fails, the connection is cut.
 */
export function serveFetch(
  handler: (request: Request) => Response | Promise<Response>,
  options?: { port?: number },
): Promise<FetchServer>;
