import { type Cost, median, total } from "./cost";
import type { Construction, Recorded } from "./recorded";
import type { Figures } from "./subjects";
import { targets } from "./targets";

export type Row = Record<string, number | string | undefined>;

export const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const kB = (bytes: number) => round(bytes / 1_000);

/** Ratios first. */
export function pageRows({ pages }: Figures): Record<string, Row> {
  return mapValues(pages, (page, name) => {
    const { most, aim } = targets.pages[name] ?? {};
    return {
      "× bare": round(median(page.timesBare), 2),
      "at most": most ?? "",
      aim: aim ?? "",
      ...(page.timesNode.length > 0 && { "× Node": round(median(page.timesNode)) }),
      ...costColumns(page.costs),
      ...(page.load && {
        "pages/s": Math.round(page.load.perSecond),
        "p50 ms": round(page.load.p50),
        "p95 ms": round(page.load.p95),
      }),
      ...(page.nodeLoad && { "Node pages/s": Math.round(page.nodeLoad.perSecond) }),
      ...recordedColumns(page, name),
    };
  });
}

export const recordedRows = (pages: Record<string, Recorded>): Record<string, Row> =>
  mapValues(pages, recordedColumns);

function recordedColumns(page: Recorded, name: string): Row {
  const html = targets.pages[name]?.html;
  return {
    statements: page.statements.length,
    prepared: page.statements.filter(({ isNamed }) => isNamed).length,
    constructed: page.constructions.length,
    "HTML kB": kB(page.html),
    "at most kB": html === undefined ? undefined : kB(html),
    "packed kB": kB(page.packed.length),
    "flight kB": kB(page.flight),
    "at most kB ": kB(page.shown + targets.flightBeyondShown),
  };
}

export const actionRows = ({ actions }: Figures): Record<string, Row> => mapValues(actions, costColumns);

/** How many times as much one desk takes as the other. */
export function comparison(before: Figures, after: Figures): Record<string, Row> {
  const times = (costs: Cost[] = [], others: Cost[] = []): Row => {
    const of = (part: (cost: Cost) => number) => round(median(costs.map(part)) / median(others.map(part)), 2);
    return { "×": of(total), "× of PostgreSQL": of(({ database }) => database) };
  };
  return {
    ...mapValues(after.pages, ({ costs }, name) => times(costs, before.pages[name]?.costs)),
    ...mapValues(after.actions, (costs, name) => times(costs, before.actions[name])),
  };
}

/** What each page constructs, by the source that does, and what Next itself does. */
export function constructionRows(pages: Record<string, Recorded>): Record<string, Record<string, number>> {
  const rows: Record<string, Record<string, number>> = {};
  const add = (page: string, { constructed, by }: Construction) => {
    const what = `${constructed} in ${by}`;
    rows[what] = { ...rows[what], [page]: (rows[what]?.[page] ?? 0) + 1 };
  };
  for (const [name, { constructions, constructionsOfNext }] of Object.entries(pages))
    for (const construction of [...constructions, ...constructionsOfNext]) add(name, construction);
  return rows;
}

export function memoryLine({ memory: { idle, busy, after } }: Figures): string {
  const [most, mostBusy] = [targets.memory.idle, targets.memory.busy];
  return `Memory of the server process: ${Math.round(idle)} MiB idle (at most ${most}), ${Math.round(busy)} with eight at a time (at most ${mostBusy}), ${Math.round(after)} afterwards`;
}

function costColumns(costs: Cost[]): { "server ms": number; "database ms": number } {
  return {
    "server ms": round(median(costs.map(({ server }) => server)), 2),
    "database ms": round(median(costs.map(({ database }) => database)), 2),
  };
}

const mapValues = <T, R>(record: Record<string, T>, map: (value: T, name: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
