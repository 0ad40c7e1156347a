import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import { readDeskSettings } from "../settings";
import { catalogLanguage, otherLanguages } from "./desk-language";
import { textsOfCategory, textsOfType } from "./texts";
import { type Texts, type Translations, translationsOf, untranslated } from "./translations";

/** What admins translate: the texts in the desk's language, and what there is of them in others. */
export type Translated = {
  slug: string;
  version: number;
  /** The desk's. */
  language: string;
  texts: Texts;
  translations: Translations;
  /** Of each language that they can be translated to, how many of them are not. */
  missing: { language: string; count: number }[];
};

const words = { slug: true, version: true, name: true, description: true, translations: true } as const;

/** @throws Refusal not_found (no admin, no such category) */
export async function readTranslatedCategory(actor: PersonActor, slug: string): Promise<Translated> {
  onlyAdmins(actor);
  const row = await db().category.findUnique({ where: { slug }, select: words });
  if (!row) throw notFound();
  return translatedOf(row, textsOfCategory(row));
}

/** @throws Refusal not_found (no admin, no such type) */
export async function readTranslatedType(actor: PersonActor, slug: string): Promise<Translated> {
  onlyAdmins(actor);
  const row = await db().requestType.findUnique({
    where: { slug },
    select: { ...words, keywords: true, statuses: { select: { status: true, name: true } } },
  });
  if (!row) throw notFound();
  return translatedOf(row, textsOfType(row, row.statuses));
}

async function translatedOf(
  { slug, version, translations: stored }: { slug: string; version: number; translations: unknown },
  texts: Texts,
): Promise<Translated> {
  const desk = await readDeskSettings();
  const translations = translationsOf(stored);
  return {
    ...{ slug, version, language: catalogLanguage(desk.language), texts, translations },
    missing: otherLanguages(desk).map(language => ({
      language,
      count: untranslated(texts, translations, language).length,
    })),
  };
}
