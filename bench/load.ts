import type { Running } from "./servers";
import { open, type Visitor } from "./visits";

/** While several visit at a time; in milliseconds. */
export type Load = { perSecond: number; p50: number; p95: number };

const atATime = 8;

/** Opens a page for some time. @param seconds of which the first fifth does not count */
export async function measureLoad({ url }: Running, visitor: Visitor, seconds: number): Promise<Load> {
  const begin = performance.now();
  const from = begin + seconds * 200;
  const until = begin + seconds * 1_000;
  const times: number[] = [];
  const visit = async () => {
    for (let since = begin; since < until; ) {
      since = performance.now();
      await open(url, visitor);
      const now = performance.now();
      if (since >= from && now <= until) times.push(now - since);
    }
  };
  await Promise.all(Array.from({ length: atATime }, visit));
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { perSecond: times.length / (seconds * 0.8), p50: at(0.5), p95: at(0.95) };
}
