import "server-only";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { logError } from "../log";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** The module of a built page, whose `handler` draws it without Next's server: Next documents it for hosting companies, as "Invoking Entrypoints". */
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

/** What Next's build says of its pages. */
export function readEntries(built: string): EntryTable {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(built, file), "utf8"));
  const files = read<Record<string, string>>("server/app-paths-manifest.json");
  const paths = read<Record<string, string>>("app-path-routes-manifest.json");
  const { dynamicRoutes } = read<{ dynamicRoutes: { page: string; regex: string }[] }>(
    "routes-manifest.json",
  );
  const fixed = new Map(
    Object.entries(paths).map(([name, path]) => [path, (isPage.test(name) && files[name]) || null]),
  );
  const dynamic = dynamicRoutes.map(({ page, regex }) => ({
    pattern: new RegExp(regex),
    file: fixed.get(page) ?? null,
  }));
  return { fixed, dynamic };
}

/** Not a page that catches all addresses: with those Next is left to say what there is not. */
const isPage = /^(?!.*\[\.\.\.).*\/page$/;

/** Letters, digits, - and _, which have one spelling; everything else is for Next to read. */
const isPlain = /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/;
/** Headers of prefetches and development, and those that only Next may set and so removes. */
const isForNext =
  /^(?:next-(?!router-state-tree$|url$)|x-next|x-middleware-|x-now-|x-matched-path$|x-action-|x-invoke-|x-prerender-)/;
/** Parameters that Next reads, and names in another spelling, which could be one of them. */
const asksNext = /[?&](?:nxt|_rsc|_next|%)/i;
/**
 * What a script adds to the address that it asks for; the page does not see it. Next also compares it with the headers, for
 * caches in between that do not tell scripts from visitors: no page of ours may be kept by any.
 */
const ofScript = /[?&]_rsc(?:=[\w-]*)?$/;

/** The file of the page that answers a request by itself; null where Next's server has a say. */
export function findEntry({ fixed, dynamic }: EntryTable, request: IncomingMessage): string | null {
  const { method, url: address = "", headers } = request;
  if (headers.rsc !== undefined && headers.rsc !== "1") return null;
  const url = headers.rsc ? address.replace(ofScript, "") : address;
  const [path = ""] = url.split("?", 1);
  if (method !== "GET" || !isPlain.test(path) || asksNext.test(url)) return null;
  for (const name in headers) if (isForNext.test(name)) return null;
  const file = fixed.get(path);
  return file === undefined ? (dynamic.find(({ pattern }) => pattern.test(path))?.file ?? null) : file;
}

/**
 * Lets a page answer its visits itself, because Next's router and server in between take a millisecond; they answer
 * everything else (0122).
 * @param built Next's folder of what it built
 * @returns `answer`, which fails as the page does, and `settle`, which waits for what pages still do after their answers
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
