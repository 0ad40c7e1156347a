import { type Build, start } from "./builds";
import type { Cost } from "./cost";
import type { Load } from "./load";
import { type Memory, measureMemory } from "./memory";
import { startNodeServer } from "./node-server";
import type { Seed } from "./passwords";
import { type Recorded, recordPages } from "./recorded";
import type { Running } from "./servers";
import { prepareActions, prepareVisits, type Visitor } from "./visits";

export type PageFigures = Recorded & {
  costs: Cost[];
  /** The same as a multiple of what the bare app, and the bare Node server, took in the same round. */
  timesBare: number[];
  timesNode: number[];
  load?: Load;
  nodeLoad?: Load;
};

/** What is measured of one desk. */
export type Figures = {
  name: string;
  requests: number;
  pages: Record<string, PageFigures>;
  actions: Record<string, Cost[]>;
  memory: Memory;
};

export type Subject = Figures & {
  server: Running;
  node?: Running;
  visitors: Record<string, Visitor>;
  acts: Awaited<ReturnType<typeof prepareActions>>;
};

export type Plan = {
  name: string;
  build: Build;
  databaseUrl: string;
  seed: Seed;
  requests: number;
  hasNode: boolean;
};

/** Starts a desk and measures what takes no rounds. Whatever it starts is added to `running`. */
export async function prepareSubject(plan: Plan, port: number, running: Running[]): Promise<Subject> {
  const { build, databaseUrl, name, requests } = plan;
  const server = await start(build, databaseUrl, port);
  running.push(server);
  const visitors = await prepareVisits(server.url, plan.seed);
  const recorded = await recordPages(build, databaseUrl, port + 1, plan.seed);
  const node = plan.hasNode ? await startNodeServer(recorded, visitors, databaseUrl, port + 1) : undefined;
  if (node) running.push(node);
  const pages = Object.fromEntries(
    Object.entries(recorded).map(([name, page]) => [
      name,
      { ...page, costs: [], timesBare: [], timesNode: [] },
    ]),
  );
  const memory = await measureMemory(server, Object.values(visitors));
  const acts = await prepareActions(server.url, visitors["the catalog"]?.cookie ?? "");
  const actions = Object.fromEntries(Object.keys(acts).map(name => [name, []]));
  return { name, requests, server, node, visitors, acts, pages, actions, memory };
}
