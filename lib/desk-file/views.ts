import "server-only";
import { z } from "zod";
import { messageCode } from "../messages/said";
import {
  archiveView,
  createView,
  lockViews,
  renameView,
  restoreView,
  tidyQuery,
  updateView,
} from "../saved-views/change";
import { newViewInput } from "../saved-views/input";
import { deskList } from "../search/desk-list";
import { bringList } from "./bring";
import { archivedInput, listOf, slugInput } from "./input";
import { nearest } from "./near";
import type { Section } from "./section";

const parameters = [...deskList.parameters.map(({ name }) => name), "q", "not", "sort", "columns"];

const query = newViewInput.shape.query
  .superRefine((typed, context) => {
    const unknown = [...new URLSearchParams(typed).keys()].find(name => !parameters.includes(name));
    if (unknown === undefined) return;
    const near = nearest(unknown, parameters);
    const message = messageCode(near === null ? "desk_file.unknown_key" : "desk_file.unknown_key.near");
    const params = { key: unknown, known: parameters.join(", "), ...(near !== null && { near }) };
    context.addIssue({ code: "custom", message, params });
  })
  .transform(tidyQuery);

const view = z.strictObject({
  slug: slugInput,
  name: newViewInput.shape.name,
  query,
  archived: archivedInput,
});
type View = z.output<typeof view>;

export const views: Section<View[]> = {
  schema: listOf(view),

  async read(tx) {
    const rows = await tx.savedView.findMany({
      where: { personId: null },
      orderBy: [{ position: "asc" }, { id: "asc" }], // index saved_views_in_order
      select: { slug: true, name: true, query: true, isArchived: true },
    });
    return rows.map(({ isArchived, ...row }) => ({ ...row, ...(isArchived && { archived: true as const }) }));
  },

  async apply(act, wanted, guide) {
    const rows = () => lockViews(act, null);
    const ids = new Map((await rows()).map(({ slug, id }) => [slug, id]));
    const list = { of: "views" as const, path: ["views"], wanted, now: await views.read(act.tx) };
    await bringList(act, guide, list, {
      rows,
      async add({ slug, name, query }) {
        await createView(act, "desk", { name, query }, slug);
        for (const row of await rows()) ids.set(row.slug, row.id);
      },
      async change({ slug, name, query }, before) {
        const view = ids.get(slug) ?? "";
        if (name !== before.name) await renameView(act, { view, name });
        if (query !== before.query) await updateView(act, { view, query });
      },
      archive: (slug, isArchived) =>
        (isArchived ? archiveView : restoreView)(act, { view: ids.get(slug) ?? "" }),
    });
  },
};
