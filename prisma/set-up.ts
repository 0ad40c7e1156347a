import { readFile } from "node:fs/promises";
import { operator } from "@/lib/actor";
import { lockCatalog } from "@/lib/catalog/load";
import { importDesk } from "@/lib/desk-file/import";
import { type CheckedFile, readDeskFile } from "@/lib/desk-file/read";
import { bringTemplate } from "@/lib/desk-file/templates";
import { perform } from "@/lib/entry/perform";
import { lockArticles } from "@/lib/help/load";

/** What a desk begins with, from `desks`. */
export const readSetUp = async (name: "demo" | "help"): Promise<CheckedFile> =>
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

/** Loads the help pages that a desk comes with; one that has any, even if they are archived, keeps its own. */
export async function loadFirstHelp(): Promise<void> {
  const pages = await readSetUp("help");
  await perform(operator, async act => {
    if ((await lockArticles(act)).length === 0) await importDesk(act, pages);
  });
}
