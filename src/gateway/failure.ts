/** A reason why the gateway cannot start, in a sentence for whoever has started it. */
export class StartFailure extends Error {}
