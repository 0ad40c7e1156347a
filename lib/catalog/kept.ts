import "server-only";
import { db } from "../db";
import { perProcess } from "../process/per-process";

type Kept = { version: string; parts: Map<string, unknown> };

const kept = () => perProcess<Kept>("catalog", () => ({ version: "", parts: new Map() }));

/** Replaced with each change of the catalog. Pages get it along with the session. */
export async function readCatalogVersion(): Promise<string> {
  const { value } = await db().version.findUniqueOrThrow({
    where: { name: "catalog" },
    select: { value: true },
  });
  return value;
}

/**
 * A part of the catalog that is read once per version and process, so that every server shows the same. Null is not
 * kept: addresses can name any number of parts that do not exist.
 */
export async function keepPart<T>(version: string, name: string, read: () => Promise<T>): Promise<T> {
  const catalog = kept();
  if (catalog.version !== version) Object.assign(catalog, { version, parts: new Map() });
  const { parts } = catalog;
  if (parts.has(name)) return parts.get(name) as T;
  const part = await read();
  if (part !== null) parts.set(name, part);
  return part;
}
