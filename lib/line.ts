import { TooMany } from "./errors";

/**
 * Lets `atOnce` pieces of work run and up to `waiting` more wait for them; whoever comes then is told to come back. So
 * that slow work, however much of it is asked for, leaves room for everything else.
 */
export class Line {
  #running = 0;
  readonly #queue: (() => void)[] = [];

  constructor(
    readonly atOnce: number,
    readonly waiting: number,
  ) {}

  /** @throws TooMany when the line is full */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.atOnce) this.#running++;
    else await this.#join();
    try {
      return await work();
    } finally {
      // The place is handed on, not given back, so that nobody slips in between.
      const next = this.#queue.shift();
      if (next) next();
      else this.#running--;
    }
  }

  #join(): Promise<void> {
    if (this.#queue.length >= this.waiting)
      throw new TooMany(
        5,
        "Many people are logging in or signing up at this moment. Please try again in a few seconds.",
      );
    return new Promise(resolve => {
      this.#queue.push(resolve);
    });
  }
}
