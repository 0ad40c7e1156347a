import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const maps = new Map<string, SourceMap | null>();

/** The source, from `folder`, that a place in a build's code was made of: "lib/formats.ts:60". */
export function originOf(place: string, folder: string): string {
  const [, address = "", line = "0", column = "0"] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
  const file = address.startsWith("file:") ? fileURLToPath(address) : address;
  const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !("originalSource" in entry) || !entry.originalSource)
    return `${relative(folder, file)}:${line}`;
  const source = decodeURIComponent(entry.originalSource);
  return `${relative(folder, resolve(dirname(file), source))}:${entry.originalLine + 1}`;
}

/** Whether it belongs to Next or React, whose own constructions nobody else can spare. */
export const isOfNext = (origin: string): boolean => /node_modules\/(next|react|react-dom)\//.test(origin);

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const path = `${file}.map`;
  const map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : null;
  maps.set(file, map);
  return map;
}
