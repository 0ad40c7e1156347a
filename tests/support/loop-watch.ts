import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { root } from "@/scripts/settings";
import { type Desk, freePort, startDesk } from "./desk";
import type { Settings } from "./settings";

export type WatchedDesk = Desk & {
  /** The longest time in milliseconds that the work held the desk's event loop at a stretch. */
  holdOf(work: () => Promise<unknown>): Promise<number>;
};

/** Starts a desk whose event loop is watched from outside. */
export async function startWatchedDesk(wishes: Partial<Settings>, logFile: string): Promise<WatchedDesk> {
  const port = await freePort();
  const watch = pathToFileURL(join(root, "tests", "support", "watch-loop.mjs")).href;
  const before = process.env.NODE_OPTIONS;
  Object.assign(process.env, {
    LODGE_LOOP_WATCH: String(port),
    NODE_OPTIONS: `${before ?? ""} --import ${watch}`.trim(),
  });
  const desk = await startDesk(wishes, logFile).finally(() => {
    delete process.env.LODGE_LOOP_WATCH;
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  });
  const readLongest = async () => Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());
  return {
    ...desk,
    async holdOf(work) {
      await readLongest();
      await work();
      return readLongest();
    },
  };
}

// Milliseconds that an ordinary one counts as at least. Five times as much is still short of what is called a long task
// (W3C Long Tasks: 50 ms), and the processor time of a thread is told no more exactly than to a millisecond or two.
const floor = 8;
const mostTimes = 5;

/**
 * Asserts that the hostile work holds the desk's event loop at most five times as long as the ordinary one: medians of
 * both in turn, so that whatever else the machine does meets both alike.
 */
export async function holdsNoLonger(
  { holdOf }: Pick<WatchedDesk, "holdOf">,
  ordinary: () => Promise<unknown>,
  hostile: () => Promise<unknown>,
  rounds = 5,
): Promise<void> {
  const holds: Record<"ordinary" | "hostile", number[]> = { ordinary: [], hostile: [] };
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await holdOf(ordinary), await holdOf(hostile)];
    // In the first round, what runs is not compiled yet.
    if (round === 0) continue;
    holds.ordinary.push(one);
    holds.hostile.push(other);
  }
  const allowed = mostTimes * Math.max(middleOf(holds.ordinary), floor);
  expect(middleOf(holds.hostile), `ordinary ones: ${holds.ordinary.join(", ")} ms`).toBeLessThan(allowed);
}

function middleOf(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The same for work of the calling process. */
export async function holdOfThis(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1_000);
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return longest;
}
