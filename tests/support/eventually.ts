import { vi } from "vitest";

/** Waits until `check` stops throwing; the limit only catches what hangs. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 60_000, interval: 20 });
