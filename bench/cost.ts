import { cpuOf } from "./processes";
import { open, type Visitor } from "./visits";

/** Milliseconds of processor time, user and system. */
export type Cost = { server: number; database: number };

export type Served = { url: string; pid: number };

/** What `work` takes of a server and of PostgreSQL. */
export async function costOf(
  { pid }: Served,
  postmaster: number,
  work: () => Promise<unknown>,
): Promise<Cost> {
  const before = { server: cpuOf(pid), database: cpuOf(postmaster) };
  await work();
  return { server: cpuOf(pid) - before.server, database: cpuOf(postmaster) - before.database };
}

/** What one visit takes: the mean of some. */
export async function costOfVisits(
  served: Served,
  postmaster: number,
  visitor: Visitor,
  visits: number,
): Promise<Cost> {
  const { server, database } = await costOf(served, postmaster, async () => {
    for (let visit = 0; visit < visits; visit++) await open(served.url, visitor);
  });
  return { server: server / visits, database: database / visits };
}

export const total = ({ server, database }: Cost): number => server + database;

export const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

export const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
