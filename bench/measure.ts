import { captureQueries } from "./capture";
import type { Pages } from "./pages";
import { reads, type World } from "./reads";

const rounds = 100;
const atATime = 10;

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

export async function measureWeb({ addresses }: Pages): Promise<Record<string, object>> {
  const rows: Record<string, object> = {};
  for (const [name, { url, cookie }] of Object.entries(addresses)) {
    const open = async () => {
      const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`);
      await response.arrayBuffer();
    };
    for (let warm = 0; warm < 10; warm++) await open();
    const times: number[] = [];
    const since = performance.now();
    const visitor = async () => {
      for (let round = 0; round < rounds / atATime; round++) times.push(await time(open));
    };
    await Promise.all(Array.from({ length: atATime }, visitor));
    rows[name] = { ...spread(times), "pages/s": Math.round((rounds * 1_000) / (performance.now() - since)) };
  }
  return rows;
}
