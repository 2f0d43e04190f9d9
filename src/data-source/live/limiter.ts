/** Lets so many jobs run at a time; the others wait for their turn. */
export class Limiter {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  async run<R>(job: () => Promise<R>): Promise<R> {
    if (this.#running < this.limit) this.#running += 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await job();
    } finally {
      // The place is handed to the next in line: were it free in between, one who comes now would take it as well.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
