import { setTimeout as pause } from "node:timers/promises";
import { findWithin, memoryOf } from "./processes";
import type { Running } from "./servers";
import { open, type Visitor } from "./visits";

/** MiB of the server process (PSS): after a visit of each page, the most while eight visit at a time, and afterwards. */
export type Memory = { idle: number; busy: number; after: number };

const atATime = 8;
const busyMs = 8_000;
const restMs = 3_000;

export async function measureMemory({ url, pid }: Running, visitors: Visitor[]): Promise<Memory> {
  const server = findWithin(pid, "web.mjs");
  for (const visitor of visitors) await open(url, visitor);
  await pause(restMs);
  const idle = memoryOf(server);
  let busy = idle;
  const watch = setInterval(() => {
    busy = Math.max(busy, memoryOf(server));
  }, 100);
  await busyVisits(url, visitors, busyMs);
  clearInterval(watch);
  await pause(restMs);
  return { idle, busy, after: memoryOf(server) };
}

/**
 * Keeps eight visits running at once, each of which opens the next visitor's page, until the time is over.
 * @param tell is called after each visit with whether it succeeded; without it, the first failure is thrown
 */
export async function busyVisits(
  url: string,
  visitors: Visitor[],
  milliseconds: number,
  tell?: (isGood: boolean) => void,
): Promise<void> {
  const end = performance.now() + milliseconds;
  const visit = async (_: unknown, first: number) => {
    for (let count = first; performance.now() < end; count++) {
      const visitor = visitors[count % visitors.length];
      if (!visitor) return;
      const opened = open(url, visitor);
      if (tell)
        await opened.then(
          () => tell(true),
          () => tell(false),
        );
      else await opened;
    }
  };
  await Promise.all(Array.from({ length: atATime }, visit));
}
