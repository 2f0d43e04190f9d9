import type { ResourceType } from '../../../model/resources.js';
import type { KubernetesObject } from '../../../model/types.js';
import { DataSourceError } from '../../errors.js';
import type { WatchEvent } from '../../types.js';
import type { MemoryCluster } from '../cluster.js';
import type { RequestInfo } from '../requests.js';
import { failureStatus, statusOf } from '../status.js';

type Result = IteratorResult<WatchEvent<KubernetesObject>>;

/** Open watches that a body has found to be its own. */
const claimed = new WeakSet<RequestInfo>();

/**
 * The body of an answer to a watch: a line for each event, as they come. Resolves when the cluster has opened the watch,
 * so that a refusal can still be answered with its own status, and rejects with that refusal.
 */
export async function watchBody(
  cluster: MemoryCluster,
  type: ResourceType,
  events: AsyncIterator<WatchEvent<KubernetesObject>>,
  lineFor: (event: WatchEvent<KubernetesObject>) => unknown,
): Promise<ReadableStream<Uint8Array>> {
  const before = openWatches(cluster, type);
  const first = events.next();
  await opened(cluster, type, first, before);
  let next: Promise<Result> | undefined = first;
  const encoder = new TextEncoder();
  const send = (controller: ReadableStreamDefaultController<Uint8Array>, line: unknown): void =>
    controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          for (;;) {
            const { done, value } = await (next ?? events.next());
            next = undefined;
            if (done) return controller.close();
            const line = lineFor(value);
            if (line === undefined) continue;
            return send(controller, line);
          }
        } catch (thrown) {
          if (isLostConnection(thrown)) return controller.error(new TypeError('network error'));
          const message = thrown instanceof Error ? thrown.message : String(thrown);
          send(controller, { type: 'ERROR', object: statusOf(thrown) ?? failureStatus({ code: 500, message }) });
          return controller.close();
        }
      },
      async cancel() {
        await events.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function isLostConnection(thrown: unknown): boolean {
  return thrown instanceof DataSourceError && (thrown.code === 'unreachable' || thrown.code === 'aborted');
}

/** The cluster tells of its open watches to whoever asks which of them should get a bookmark. */
function openWatches(cluster: MemoryCluster, type: ResourceType): Set<RequestInfo> {
  const found = new Set<RequestInfo>();
  cluster.bookmark((request) => {
    if (request.type?.resource === type.resource && !claimed.has(request)) found.add(request);
    return false;
  });
  return found;
}

/** Waits until a new watch is open, or the first event or refusal is there. */
async function opened(
  cluster: MemoryCluster,
  type: ResourceType,
  first: Promise<Result>,
  before: ReadonlySet<RequestInfo>,
): Promise<void> {
  let settled = false;
  const settle = first.then(
    () => void (settled = true),
    () => void (settled = true),
  );
  for (let turn = 0; !settled; turn += 1) {
    const own = [...openWatches(cluster, type)].find((request) => !before.has(request));
    if (own) {
      claimed.add(own);
      return;
    }
    // At once but for a request that is kept waiting; then no faster than needed.
    if (turn < 50) await Promise.race([settle, undefined]);
    else await Promise.race([settle, new Promise((resolve) => setTimeout(resolve, Math.min(turn - 49, 20)))]);
  }
  // A refusal is thrown; an event waits for the body to be read.
  await Promise.race([first, undefined]);
}
