import { vi } from "vitest";

/** Runs `work` with the clock moved ahead; nothing waits. */
export const laterOn = <T>(milliseconds: number, work: () => Promise<T>) =>
  at(Date.now() + milliseconds, work);

/** Runs `work` with the clock standing still at `moment`, which is exact to the millisecond. */
export async function at<T>(moment: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: moment });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
