import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { keep } from "@/scripts/settings";
import { type Build, startRecorded } from "./builds";
import { isOfNext, originOf } from "./origins";
import type { Seed } from "./passwords";
import { open, openPacked, prepareVisits, type Visitor, type Which } from "./visits";
import { type Weight, weigh } from "./weigh";

export type Statement = { statement: string; values: unknown[]; isNamed: boolean };
export type Construction = { constructed: string; by: string };
export type Recorded = Weight & {
  /** The body as it is sent, compressed. */
  packed: Buffer;
  statements: Statement[];
  /** What its second rendering constructs, except for Next's and React's own. */
  constructions: Construction[];
  constructionsOfNext: Construction[];
};

type Line = Statement | { constructed: string; places: string[] };

/** From the third execution on, statements are prepared. */
const visitsUntilPrepared = 4;
const newEvent = "insert into events (type, data, part, at) values ('test_mail_asked', '{}', 'bench', now())";

/** What each page of a desk asks of the database, constructs and weighs, from a server with a recorder in it. */
export async function recordPages(
  build: Build,
  databaseUrl: string,
  port: number,
  seed: Seed,
  which: Which = "timed",
): Promise<Record<string, Recorded>> {
  const desk = new Client({ connectionString: databaseUrl });
  await desk.connect();
  const file = join(keep, `bench-record-${process.pid}.jsonl`);
  writeFileSync(file, "");
  const server = await startRecorded(build, databaseUrl, port, file);
  try {
    const pages: Record<string, Recorded> = {};
    for (const [name, visitor] of Object.entries(await prepareVisits(server.url, seed, which))) {
      // What visits share for a second counts for each, however fast they follow one another: something happens in between.
      const visit = async () => {
        await desk.query(newEvent);
        return recordVisit(server.url, visitor, file);
      };
      await visit();
      const second = await visit();
      for (let visits = 2; visits < visitsUntilPrepared; visits++) await visit();
      const { html, lines } = await visit();
      const statements = lines.filter(line => "statement" in line);
      const packed = await openPacked(server.url, visitor);
      pages[name] = { ...weigh(html), packed, statements, ...constructionsIn(second.lines, build.folder) };
    }
    return pages;
  } finally {
    await server.stop();
    await desk.end();
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

function constructionsIn(
  lines: Line[],
  folder: string,
): Pick<Recorded, "constructions" | "constructionsOfNext"> {
  const all = lines.flatMap(line =>
    "constructed" in line
      ? { constructed: line.constructed, by: originOf(line.places[0] ?? "", folder) }
      : [],
  );
  return {
    constructions: all.filter(({ by }) => !isOfNext(by)),
    constructionsOfNext: all.filter(({ by }) => isOfNext(by)),
  };
}
