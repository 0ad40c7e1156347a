import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { inTurn, makeTurns } from "../process/turns";
import { busyWithPasswords } from "../refusal";

/** Milliseconds: to load the dictionaries, and to judge one password, which takes a twentieth of that at its worst. */
export type Patience = { start: number; judge: number };

export const tooSlow =
  "This password takes too long to check. Please choose another one, such as four or five unrelated words.";

/**
 * Judges passwords in a thread of its own, one at a time. A thread that hangs or dies is replaced, and what it had in
 * hand is refused with a sentence: nobody waits for it, and nothing else does.
 */
export class Judge {
  readonly #turns = makeTurns(1, 10);
  #thread: Promise<Worker> | undefined;

  /** @param file of the thread; it says "ready" once and then answers each password with a sentence or null */
  constructor(
    readonly file: string,
    readonly patience: Patience = { start: 30_000, judge: 10_000 },
  ) {}

  /**
   * Why a password would be guessed too easily, in one sentence, or null.
   * @throws Refusal too_many when others are waiting for the same already; Error when no thread can be started
   */
  judge(password: string, known: string[]): Promise<string | null> {
    return inTurn(this.#turns.take("thread"), busyWithPasswords, async () => {
      this.#thread ??= this.#start();
      const thread = await this.#thread;
      const answer = answerOf(thread, this.patience.judge);
      thread.postMessage({ password, known });
      return answer.catch(async () => {
        this.#thread = undefined;
        await thread.terminate();
        return tooSlow;
      });
    });
  }

  async #start(): Promise<Worker> {
    const thread = new Worker(this.file, { env: {}, execArgv: [] });
    // An end that nobody waits for must neither end the process nor leave a thread here that answers nothing.
    thread
      .on("error", () => undefined)
      .once("exit", () => {
        this.#thread = undefined;
      });
    try {
      await answerOf(thread, this.patience.start);
      return thread;
    } catch (error) {
      this.#thread = undefined;
      await thread.terminate();
      throw new Error("No thread could be started that judges passwords.", { cause: error });
    }
  }
}

/** The next thing the thread says. @throws when it says nothing for that long, or ends */
async function answerOf(thread: Worker, milliseconds: number): Promise<string | null> {
  const ended = new AbortController();
  const end = () => ended.abort();
  thread.once("exit", end);
  // The process lives on for the sake of an answer, and not of the thread.
  thread.ref();
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(milliseconds), ended.signal]);
    const [answer] = await once(thread, "message", { signal });
    return answer;
  } finally {
    thread.off("exit", end);
    thread.unref();
  }
}
