import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { root } from "@/scripts/settings";
import { type Desk, freePort, startDesk } from "./desk";
import type { Settings } from "./settings";

export type WatchedDesk = Desk & {
  /** The longest time in milliseconds that `work` blocked the desk's event loop. */
  holdOf(work: () => Promise<unknown>): Promise<number>;
};

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

// The least that the ordinary work counts as, in milliseconds: five times as much is just above a long task (W3C: 50
// ms).
const floor = 12;
const maxTimes = 5;

/** Compares the median of ordinary work with the minimum of hostile work: a busy machine can only add time. */
export async function holdsNoLonger(
  { holdOf }: Pick<WatchedDesk, "holdOf">,
  ordinary: () => Promise<unknown>,
  hostile: () => Promise<unknown>,
  rounds = 3,
): Promise<void> {
  const ordinaries: number[] = [];
  const hostiles: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await holdOf(ordinary), await holdOf(hostile)];
    // The first round only warms up the compiler.
    if (round === 0) continue;
    ordinaries.push(one);
    hostiles.push(other);
  }
  const median = ordinaries.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  const summary = `ordinary ones: ${ordinaries.join(", ")} ms; hostile ones: ${hostiles.join(", ")} ms`;
  expect(Math.min(...hostiles), summary).toBeLessThan(maxTimes * Math.max(median, floor));
}

/** The same for the calling process. */
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
