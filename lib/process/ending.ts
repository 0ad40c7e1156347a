import "server-only";
import { logError } from "../log";
import { perProcess } from "./per-process";

const ends = () => perProcess("ends", () => new Set<() => Promise<void> | void>());

export function atEnd(work: () => Promise<void> | void): void {
  ends().add(work);
}

const state = () => perProcess("state of ending", () => ({ isEnding: false }));

/** Whether a stop was requested; slow senders are then cut off. */
export const isEnding = () => state().isEnding;

export async function endAll(): Promise<void> {
  state().isEnding = true;
  await Promise.all(
    [...ends()].map(async work => {
      try {
        await work();
      } catch (error) {
        logError("part of the shutdown failed", error);
      }
    }),
  );
}
