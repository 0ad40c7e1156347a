import { vi } from "vitest";

/** Does something as if this much time had passed; only what reads the time is told so, nothing waits. */
export async function laterOn<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
