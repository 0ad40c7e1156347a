import { captureQueries } from "./capture";
import { reads, type World } from "./reads";

const rounds = 100;

const tenth = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

function spread(times: number[]): { "median ms": number; "95 % ms": number } {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { "median ms": tenth(at(0.5)), "95 % ms": tenth(at(0.95)) };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

export async function measureReads(world: World): Promise<Record<string, object>> {
  const rows: Record<string, object> = {};
  for (const [name, read] of Object.entries(reads)) {
    const { length } = await captureQueries(() => read(world));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await time(() => read(world)));
    rows[name] = { queries: length, ...spread(times) };
  }
  return rows;
}
