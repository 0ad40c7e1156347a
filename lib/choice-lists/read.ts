import "server-only";
import type { PersonActor } from "../actor";
import type { Option } from "../catalog/choices";
import { catalogLanguage, otherLanguages } from "../catalog/desk-language";
import { type Translations, translationsOf } from "../catalog/translations";
import { db } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import { readDeskSettings } from "../settings";
import { readUses } from "./load";

type Use = { slug: string; name: string };
export type ListedList = {
  slug: string;
  name: string;
  isArchived: boolean;
  /** How many of its entries are offered. */
  offered: number;
  uses: Use[];
};

/** All of them in their order. @throws Refusal not_found for anybody who is no admin */
export async function listLists(actor: PersonActor): Promise<ListedList[]> {
  onlyAdmins(actor);
  const [rows, uses] = [
    await db().choiceList.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { slug: true, name: true, entries: true, archivedAt: true },
    }),
    await readUses(db()),
  ];
  return rows.map(({ slug, name, entries, archivedAt }) => ({
    ...{ slug, name, isArchived: archivedAt !== null },
    offered: (entries as Option[]).filter(({ retired }) => !retired).length,
    uses: uses.get(slug) ?? [],
  }));
}

export type ListPage = {
  slug: string;
  name: string;
  version: number;
  isArchived: boolean;
  entries: Option[];
  translations: Translations;
  uses: Use[];
  /** The desk's. */
  language: string;
  /** Of each that it can be translated to, how much of it is not. */
  missing: { language: string; count: number }[];
};

/** @throws Refusal not_found (no admin, no such list) */
export async function readList(actor: PersonActor, slug: string): Promise<ListPage> {
  onlyAdmins(actor);
  const list = await db().choiceList.findUnique({
    where: { slug },
    select: { name: true, version: true, entries: true, translations: true, archivedAt: true },
  });
  if (!list) throw notFound();
  const desk = await readDeskSettings();
  const { name, version, archivedAt } = list;
  const [entries, translations] = [list.entries as Option[], translationsOf(list.translations)];
  const offered = entries.filter(({ retired }) => !retired);
  return {
    ...{ slug, name, version, entries, translations, isArchived: archivedAt !== null },
    uses: (await readUses(db())).get(slug) ?? [],
    language: catalogLanguage(desk.language),
    missing: otherLanguages(desk).map(language => ({
      language,
      count:
        (translations[language]?.name ? 0 : 1) +
        offered.filter(({ translations: labels = {} }) => !labels[language]).length,
    })),
  };
}
