import "server-only";
import { z } from "zod";
import type { Option } from "../catalog/choices";
import { tidyOption } from "../catalog/field-texts";
import { problemOfOptions } from "../catalog/form-problems";
import { tidyTranslations, translationsOf } from "../catalog/translations";
import { addListInput, entryInput } from "../choice-lists/input";
import { addList, archiveList, changeList } from "../choice-lists/lists";
import { lockLists } from "../choice-lists/load";
import { languages } from "../messages/languages";
import { bringList } from "./bring";
import { archivedInput, listOf, slugInput } from "./input";
import type { Section } from "./section";

const { name } = addListInput.shape;

const entry = entryInput.transform(({ translations = {}, ...said }) =>
  plain({ ...said, translations: translations as Record<string, string> } as Option),
);

/** A choice as files have it: without what says nothing. */
function plain(option: Option): Option {
  const { value, label, retired, translations } = tidyOption(option);
  return { value, label, ...(retired && { retired }), ...(translations && { translations }) };
}

const list = z
  .strictObject({
    slug: slugInput,
    name,
    translations: z
      .partialRecord(z.enum(languages), z.strictObject({ name: name.or(z.literal("")) }))
      .optional(),
    archived: archivedInput,
    entries: z.array(entry),
  })
  .superRefine(({ entries }, context) => {
    const problem = problemOfOptions({ options: entries });
    if (!problem) return;
    const { code: message, params } = problem.said;
    context.addIssue({ code: "custom", path: ["entries", ...(problem.path ?? [])], message, params });
  })
  .transform(({ translations: given = {}, ...said }) => ({ ...said, ...translated(given, said.name) }));
type FileList = z.output<typeof list>;

function translated(given: Partial<Record<string, { name: string }>>, own: string) {
  const translations = tidyTranslations(given as Record<string, { name: string }>, { name: own });
  return (
    Object.keys(translations).length > 0 && { translations: translations as Record<string, { name: string }> }
  );
}

export const lists: Section<FileList[]> = {
  schema: listOf(list),

  async read(tx) {
    const rows = await tx.choiceList.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { slug: true, name: true, translations: true, entries: true, archivedAt: true },
    });
    return rows.map(({ translations, entries, archivedAt, ...row }) => ({
      ...row,
      ...translated(translationsOf(translations) as Record<string, { name: string }>, row.name),
      ...(archivedAt && { archived: true as const }),
      entries: (entries as Option[]).map(plain),
    }));
  },

  async apply(act, wanted, guide) {
    await lockLists(act);
    const now = await lists.read(act.tx);
    const list = { of: "lists" as const, path: ["lists"], wanted, now, isUsed: true as const };
    await bringList(act, guide, list, {
      rows: () => lockLists(act),
      add: ({ slug, name, entries, translations = {} }) =>
        addList(act, { name, entries, translations }, slug),
      async change({ slug, name, entries, translations = {} }) {
        const { version } = await act.tx.choiceList.findUniqueOrThrow({
          where: { slug },
          select: { version: true },
        });
        await changeList(act, { slug, version, name, entries, translations });
      },
      archive: (slug, isArchived) => archiveList(act, { slug, isArchived }),
    });
  },
};
