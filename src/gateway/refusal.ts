/** What the gateway says no with: a Kubernetes `Status`, which the page reads as it reads the API server's own. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }

  get status(): object {
    const { code, reason, message } = this;
    return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code };
  }
}

export const badRequest = (message: string): Refusal => new Refusal(400, 'BadRequest', message);
export const unauthorized = (message: string): Refusal => new Refusal(401, 'Unauthorized', message);
export const forbidden = (message: string): Refusal => new Refusal(403, 'Forbidden', message);
export const methodNotAllowed = (message: string): Refusal => new Refusal(405, 'MethodNotAllowed', message);
/** Of an answer from the cluster that cannot be passed on. */
export const badGateway = (message: string): Refusal => new Refusal(502, 'BadGateway', message);
