import { vi } from "vitest";

/** Waits until `check` throws no more, however busy the machine is; the limit ends what hangs. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 60_000, interval: 20 });
