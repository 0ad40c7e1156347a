import "server-only";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { logError } from "../log";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** What a built page exports for whoever hosts it: "Invoking Entrypoints" in Next's documentation of adapters. */
type Entry = {
  handler(
    request: IncomingMessage,
    response: ServerResponse,
    context: { waitUntil(work: Promise<unknown>): void },
  ): Promise<unknown>;
};

/** Which file answers a path; null where that is no page. */
export type EntryTable = {
  fixed: Map<string, string | null>;
  /** In the order in which they are tried. */
  dynamic: { pattern: RegExp; file: string | null }[];
};

const manifests = {
  files: "server/app-paths-manifest.json",
  paths: "app-path-routes-manifest.json",
  routes: "routes-manifest.json",
};
type Manifests = {
  files: Record<string, string>;
  paths: Record<string, string>;
  routes: { dynamicRoutes: { page: string; regex: string }[] };
};

/** What Next's build says of its pages. */
export function readEntries(built: string): EntryTable {
  const read = (file: string) => JSON.parse(readFileSync(join(built, file), "utf8"));
  const { files, paths, routes }: Manifests = {
    files: read(manifests.files),
    paths: read(manifests.paths),
    routes: read(manifests.routes),
  };
  const fixed = new Map(
    Object.entries(paths).map(([name, path]) => [path, (isPage.test(name) && files[name]) || null]),
  );
  const dynamic = routes.dynamicRoutes.map(({ page, regex }) => ({
    pattern: new RegExp(regex),
    file: fixed.get(page) ?? null,
  }));
  return { fixed, dynamic };
}

/** Not one that takes whatever nothing else does. */
const isPage = /^(?!.*\[\.\.\.).*\/page$/;

/** Letters, digits, - and _, which have one spelling; everything else is for Next to read. */
const isPlain = /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/;
/** A script's call, a prefetch, or what only Next may say and takes off. */
const isForNext =
  /^(?:rsc$|next-|x-next|x-middleware-|x-now-|x-matched-path$|x-action-|x-invoke-|x-prerender-)/;
const hasOwnQuery = /[?&](?:nxt|_rsc|_next|%)/i;

/** The file of the page that answers a request by itself; null where Next's server has a say. */
export function findEntry({ fixed, dynamic }: EntryTable, request: IncomingMessage): string | null {
  const { method, url = "", headers } = request;
  const [path = ""] = url.split("?", 1);
  if (method !== "GET" || !isPlain.test(path) || hasOwnQuery.test(url)) return null;
  for (const name in headers) if (isForNext.test(name)) return null;
  const file = fixed.get(path);
  return file === undefined ? (dynamic.find(({ pattern }) => pattern.test(path))?.file ?? null) : file;
}

/**
 * Gives a visit to the page itself, past Next's server, which would find the page once more and copy the request; everything
 * else to that server (0122).
 * @param built Next's folder of what it built
 * @returns also `settle`, which waits for what pages still do after their answers
 */
export function makeEntries(built: string, next: Answer): { answer: Answer; settle(): Promise<void> } {
  const table = readEntries(built);
  const load = createRequire(join(built, "server", "entries.js"));
  const entries = new Map<string, Entry>();
  const pending = new Set<Promise<unknown>>();
  const waitUntil = (work: Promise<unknown>) => {
    const done = work
      .catch(error => logError("work after an answer failed", error))
      .finally(() => pending.delete(done));
    pending.add(done);
  };
  return {
    answer(request, response) {
      const file = findEntry(table, request);
      if (file === null) return next(request, response);
      const entry: Entry = entries.get(file) ?? load(`./${file}`);
      entries.set(file, entry);
      return entry.handler(request, response, { waitUntil });
    },
    async settle() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
