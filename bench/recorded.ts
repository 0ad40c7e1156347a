import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { keep } from "@/scripts/settings";
import { type Build, startRecorded } from "./builds";
import { open, type Visitor } from "./visits";
import { type Weight, weigh } from "./weigh";

export type Statement = { statement: string; values: unknown[]; isNamed: boolean };
export type Construction = { constructed: string; places: string[] };
export type Recorded = Weight & {
  statements: Statement[];
  /** What its second rendering constructs. */
  constructions: Construction[];
};

type Line = Statement | Construction;

/** From the third execution on, statements are prepared. */
const visitsUntilPrepared = 4;

/** What each page asks of the database, constructs and weighs, from a server with a recorder in it. */
export async function recordPages(
  build: Build,
  databaseUrl: string,
  port: number,
  visitors: Record<string, Visitor>,
): Promise<Record<string, Recorded>> {
  const file = join(keep, `bench-record-${process.pid}.jsonl`);
  writeFileSync(file, "");
  const server = await startRecorded(build, databaseUrl, port, file);
  try {
    const pages: Record<string, Recorded> = {};
    for (const [name, visitor] of Object.entries(visitors)) {
      const visit = () => recordVisit(server.url, visitor, file);
      await visit();
      const constructions = (await visit()).lines.filter(line => "constructed" in line);
      for (let visits = 2; visits < visitsUntilPrepared; visits++) await visit();
      const { html, lines } = await visit();
      const statements = lines.filter(line => "statement" in line);
      pages[name] = { ...weigh(html), statements, constructions };
    }
    return pages;
  } finally {
    await server.stop();
    rmSync(file, { force: true });
  }
}

async function recordVisit(
  url: string,
  visitor: Visitor,
  file: string,
): Promise<{ html: string; lines: Line[] }> {
  writeFileSync(file, "");
  const html = await open(url, visitor);
  // What a page does once it is sent belongs to it, too.
  await pause(50);
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return { html, lines: lines.map(line => JSON.parse(line) as Line) };
}
