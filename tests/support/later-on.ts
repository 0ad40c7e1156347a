import { vi } from "vitest";

/** Runs `work` with the clock moved ahead; nothing waits. */
export async function laterOn<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
