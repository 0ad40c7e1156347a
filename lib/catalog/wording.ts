import "server-only";
import { db } from "../db";
import { type OwnWords, wordingOf } from "../messages/own-words";
import { sayWith } from "../messages/translate";
import { keepPart, readCatalogVersion } from "./kept";
import { readLists } from "./kept-lists";

/** Has texts say the words of this desk as they are now, and those of its lists. Asked before texts about requests are said. */
export async function readWording(version?: string): Promise<void> {
  const present = version ?? (await readCatalogVersion());
  await readLists(present);
  sayWith(await keepPart(present, "wording", readWords));
}

// Reads all types: a few hundred rows, of those that have words of their own or a translated name.
const readWords = async () =>
  wordingOf(
    await db().$queryRaw<OwnWords[]>`
      select t.slug as "typeSlug", t.translations, c.translations as category,
        (select coalesce(json_agg(json_build_object('status', s.status, 'name', s.name) order by s.status), '[]')
          from type_statuses s where s."typeId" = t.id) as statuses
      from request_types t join categories c on c.id = t."categoryId"
      where t.translations <> '{}' or c.translations <> '{}'
        or exists (select from type_statuses s where s."typeId" = t.id)
      order by t.slug`,
  );
