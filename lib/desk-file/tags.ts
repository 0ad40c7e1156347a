import "server-only";
import { z } from "zod";
import { addTagInput } from "../tags/input";
import { lockTags } from "../tags/load";
import { addTag, archiveTag, changeTag } from "../tags/tags";
import { bringList } from "./bring";
import { archivedInput, listOf, slugInput } from "./input";
import type { Section } from "./section";

const tag = z.strictObject({ slug: slugInput, ...addTagInput.shape, archived: archivedInput });
type Tag = z.output<typeof tag>;

export const tags: Section<Tag[]> = {
  schema: listOf(tag),

  async read(tx) {
    const rows = await tx.tag.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { slug: true, name: true, colour: true, archivedAt: true },
    });
    return rows.map(({ archivedAt, ...row }) => ({ ...row, ...(archivedAt && { archived: true as const }) }));
  },

  async apply(act, wanted, guide) {
    await lockTags(act);
    const list = { of: "tags" as const, path: ["tags"], wanted, now: await tags.read(act.tx) };
    await bringList(act, guide, list, {
      rows: () => lockTags(act),
      add: ({ slug, name, colour }) => addTag(act, { name, colour }, slug),
      change: ({ slug, name, colour }) => changeTag(act, { slug, name, colour }),
      archive: (slug, isArchived) => archiveTag(act, { slug, isArchived }),
    });
  },
};
