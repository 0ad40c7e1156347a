import { readFile } from "node:fs/promises";
import { operator } from "@/lib/actor";
import { lockCatalog } from "@/lib/catalog/load";
import { type CheckedFile, readDeskFile } from "@/lib/desk-file/import";
import { bringTemplate } from "@/lib/desk-file/templates";
import { perform } from "@/lib/entry/perform";

/** What a desk begins with, from `desks`. */
export const readSetUp = async (name: "demo"): Promise<CheckedFile> =>
  readDeskFile(await readFile(new URL(`desks/${name}.yaml`, import.meta.url), "utf8"));

/** Loads the catalog that a new desk begins with; a desk that has one keeps its own. */
export const loadFirstCatalog = (): Promise<void> =>
  perform(
    operator,
    async act => {
      // Two servers may start at once.
      const { categories } = await lockCatalog(act);
      if (categories.length === 0) await bringTemplate(act, "default");
    },
    undefined,
    { seconds: 60 },
  );
