import "server-only";
import { z } from "zod";
import { addCategory, archiveCategory, describeCategory } from "../catalog/categories";
import { addCategoryInput } from "../catalog/input";
import { lockCatalog } from "../catalog/load";
import { storedFormOf } from "../catalog/queries";
import { statusWords } from "../catalog/status-words";
import { textsOfCategory } from "../catalog/texts";
import { tidyTranslations, translationsOf } from "../catalog/translations";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { bringList } from "./bring";
import { plainForm, plainRule } from "./forms";
import { archivedInput, listOf, slugInput } from "./input";
import type { Guide, Section } from "./section";
import { bringTranslations, categoryTranslations, checkTranslations, filed, flat } from "./translations";
import { type FileType, typeInput } from "./type";
import { bringTypes } from "./types";

const { name, description } = addCategoryInput.shape;

const category = z
  .strictObject({
    ...{ slug: slugInput, name, description, translations: categoryTranslations, archived: archivedInput },
    types: z.array(typeInput).default([]),
  })
  .transform(({ translations: given, ...said }, context) => {
    const translations = checkTranslations(given, textsOfCategory(said), context);
    return { ...said, ...(translations && { translations }) };
  });
export type Catalog = z.output<typeof category>[];

/** Types have their slugs and names in all of the catalog, and one of them is offered when nothing else fits. */
const section = listOf(category).superRefine((categories, context) => {
  const seen = { slug: new Set<string>(), name: new Set<string>(), fallback: new Set<string>() };
  for (const [at, { types }] of categories.entries())
    for (const [place, { slug, name, fallback }] of types.entries())
      for (const [key, value] of Object.entries({ slug, name, fallback: fallback && "true" })) {
        if (value === undefined) continue;
        const known = seen[key as keyof typeof seen];
        const message = messageCode("desk_file.twice");
        const [path, params] = [[at, "types", place, key], { key, value }];
        if (known.has(value.toLowerCase())) context.addIssue({ code: "custom", path, message, params });
        known.add(value.toLowerCase());
      }
});

const inOrder = [{ position: "asc" }, { id: "asc" }] as const satisfies object[];

export const catalog: Section<Catalog> = {
  schema: section,

  async read(tx) {
    const rows = await tx.category.findMany({
      orderBy: [...inOrder],
      select: {
        ...{ slug: true, name: true, description: true, translations: true, archivedAt: true },
        types: {
          orderBy: [...inOrder], // index request_types_categoryId_position_idx
          select: {
            ...{ slug: true, name: true, description: true, icon: true, keywords: true, audience: true },
            translations: true,
            ...{ isFallback: true, publishedAt: true, archivedAt: true, team: { select: { slug: true } } },
            organisations: { select: { organisation: { select: { slug: true } } } },
            statuses: { select: { status: true, name: true } },
            forms: {
              orderBy: { version: "desc" },
              take: 1,
              select: { id: true, fields: true, agentFields: true, priorityRule: true },
            },
          },
        },
      },
    });
    return rows.map(({ archivedAt, types, translations: stored, ...words }) => ({
      ...words,
      ...translated(stored),
      ...(archivedAt && { archived: true as const }),
      types: types.map(typeOf),
    }));
  },

  async apply(act, wanted, guide) {
    await lockCatalog(act);
    const now = await catalog.read(act.tx);
    await bringCategories(act, guide, wanted, now);
  },
};

async function bringCategories(act: Act, guide: Guide, wanted: Catalog, now: Catalog): Promise<void> {
  const list = { of: "categories" as const, path: ["catalog"], wanted, now };
  await bringList(act, guide, list, {
    rows: () => act.tx.category.findMany({ orderBy: [...inOrder], select: { id: true, slug: true } }),
    add: ({ slug, name, description, translations }) =>
      addCategory(act, { name, description, translations: flat(translations) }, slug),
    async change({ slug, name, description, translations }, was, path) {
      if (name !== was.name || description !== was.description) {
        const { version } = await act.tx.category.findUniqueOrThrow({
          where: { slug },
          select: { version: true },
        });
        await describeCategory(act, { slug, version, name, description });
      }
      const before = tidyTranslations(flat(was.translations), { name, description });
      await bringTranslations(act, guide, { of: "category", slug, path }, flat(translations), before);
    },
    archive: (slug, isArchived) => archiveCategory(act, { slug, isArchived }),
    // Types leave a category before it is archived.
    settle: () => bringTypes(act, guide, wanted, now),
  });
}

type StoredType = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  keywords: string;
  translations: unknown;
  audience: string;
  isFallback: boolean;
  publishedAt: Date | null;
  archivedAt: Date | null;
  team: { slug: string } | null;
  organisations: { organisation: { slug: string } }[];
  statuses: { status: string; name: string }[];
  forms: { id: string; fields: unknown; agentFields: unknown; priorityRule: unknown }[];
};

function translated(stored: unknown) {
  const translations = filed(translationsOf(stored));
  return translations && { translations };
}

/** As a file has it. */
function typeOf(row: StoredType): FileType {
  const { slug, name, description, icon, keywords, team, audience, statuses } = row;
  const [form] = row.forms;
  const fields = form ? plainForm(storedFormOf(form)) : [];
  const rule = form?.priorityRule as FileType["priorityRule"] | null;
  const words = statusWords.flatMap(status => statuses.filter(one => one.status === status));
  return {
    ...{ slug, name, description, icon: icon as FileType["icon"], keywords },
    ...translated(row.translations),
    ...(audience === "agents" && { audience }),
    organisations: row.organisations.map(({ organisation }) => organisation.slug).sort(),
    ...(team && { team: team.slug }),
    ...(!row.publishedAt && { draft: true as const }),
    ...(row.archivedAt && { archived: true as const }),
    ...(row.isFallback && { fallback: true as const }),
    ...(words.length > 0 && {
      statuses: Object.fromEntries(words.map(({ status, name }) => [status, name])),
    }),
    ...(rule && { priorityRule: plainRule(fields, rule) }),
    form: fields,
  };
}
