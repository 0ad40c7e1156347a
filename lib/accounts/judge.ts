import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { inTurn, makeTurns } from "../process/turns";
import { busyWithPasswords } from "../refusal";
import type { Weakness } from "./password-rules";

/** Milliseconds to load the dictionaries, and to judge one password (which takes at worst a twentieth of that). */
export type Patience = { start: number; judge: number };

export const tooSlow = "slow" as const;

/** Null for a good password. */
export type Verdict = Weakness | typeof tooSlow | null;

/** Judges passwords one at a time in a worker thread. One that hangs or dies is replaced and its password refused. */
export class Judge {
  readonly #turns = makeTurns(1, 10);
  #thread: Promise<Worker> | undefined;

  /** @param file posts "ready" once, then answers each password with its weakness or null */
  constructor(
    readonly file: string,
    readonly patience: Patience = { start: 30_000, judge: 10_000 },
  ) {}

  /** Why a password is too easy to guess, or null. @throws Refusal too_many (queue full); Error (no thread starts) */
  judge(password: string, known: string[]): Promise<Verdict> {
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
    // An idle thread that ends must neither end the process nor stay here as a dead one.
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

/** @throws when the thread ends or does not answer in time */
async function answerOf(thread: Worker, milliseconds: number): Promise<Verdict> {
  const ended = new AbortController();
  const end = () => ended.abort();
  thread.once("exit", end);
  // Keeps the process alive only while an answer is awaited.
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
