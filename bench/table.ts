import { type Cost, median, total } from "./cost";
import type { Measured } from "./quick";
import { targets } from "./targets";

const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const kB = (bytes: number) => round(bytes / 1_000);

export function printTables(subjects: Measured[], bareCosts: number[]): void {
  const [before, after] = subjects;
  for (const subject of subjects) {
    console.log(
      `\n${subject.name}: milliseconds of processor time for one visit; the bare app takes ${round(median(bareCosts), 2)}`,
    );
    console.table(pageRows(subject));
    console.table(actionRows(subject));
    const { idle, busy, after } = subject.memory;
    console.log(
      `Memory of the server process: ${Math.round(idle)} MiB idle (at most ${targets.memory.idle}), ${Math.round(busy)} with eight at a time (at most ${targets.memory.busy}), ${Math.round(after)} afterwards`,
    );
  }
  if (before && after) {
    console.log(`\n${after.name} as a multiple of ${before.name}`);
    console.table(comparison(before, after));
  }
}

function pageRows({ pages }: Measured): Record<string, object> {
  return mapValues(pages, (page, name) => {
    const { most, aim, html } = targets.pages[name] ?? {};
    return {
      ...costColumns(page.costs),
      "× bare": round(median(page.ratios), 2),
      "at most": most,
      aim,
      statements: page.statements.length,
      named: page.statements.filter(({ isNamed }) => isNamed).length,
      constructed: page.constructions.length,
      "HTML kB": kB(page.html),
      "at most kB": html === undefined ? undefined : kB(html),
      "flight kB": kB(page.flight),
      "shown kB": kB(page.shown),
    };
  });
}

const actionRows = ({ actions }: Measured) => mapValues(actions, costColumns);

function comparison(before: Measured, after: Measured): Record<string, object> {
  const both = (costs: Cost[] = []) => median(costs.map(total));
  return {
    ...mapValues(after.pages, ({ costs }, name) => ({
      "×": round(both(costs) / both(before.pages[name]?.costs), 2),
    })),
    ...mapValues(after.actions, (costs, name) => ({
      "×": round(both(costs) / both(before.actions[name]), 2),
    })),
  };
}

function costColumns(costs: Cost[]): { server: number; database: number } {
  return {
    server: round(median(costs.map(({ server }) => server)), 2),
    database: round(median(costs.map(({ database }) => database)), 2),
  };
}

const mapValues = <T, R>(record: Record<string, T>, map: (value: T, name: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
