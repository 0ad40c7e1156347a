import "server-only";
import { logError } from "../log";
import { perProcess } from "./per-process";

const ends = () => perProcess("ends", () => new Set<() => Promise<void> | void>());

/** Remembers what is to be done when the server is asked to stop. */
export function atEnd(work: () => Promise<void> | void): void {
  ends().add(work);
}

const state = () => perProcess("state of ending", () => ({ isEnding: false }));

/** Whether the server was asked to stop, so that slow senders are no longer waited for. */
export const isEnding = () => state().isEnding;

/** Does it, all at once, and waits for it. */
export async function endAll(): Promise<void> {
  state().isEnding = true;
  await Promise.all(
    [...ends()].map(async work => {
      try {
        await work();
      } catch (error) {
        logError("something could not be ended in order", error);
      }
    }),
  );
}
