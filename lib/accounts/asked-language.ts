import "server-only";
import { db } from "../db";
import { languageOf } from "../messages/languages";

/**
 * Of the languages that a browser asks for the first that there are texts for, or else the first; null where it asks for
 * none. No more of them is kept: all of them would tell browsers apart.
 */
export const askedLanguage = (tags: string[]): string | null =>
  tags.find(tag => languageOf(tag) !== null) ?? tags[0] ?? null;

/** Keeps what they asked for when they logged in last. */
export async function noteAskedLanguage(personId: string, language: string): Promise<void> {
  await db().person.updateMany({
    where: { id: personId, OR: [{ askedLanguage: null }, { askedLanguage: { not: language } }] },
    data: { askedLanguage: language },
  });
}
