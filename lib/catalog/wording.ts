import "server-only";
import { db } from "../db";
import { type StatusWord, wordingOf } from "../messages/own-words";
import { sayWith } from "../messages/translate";
import { keepPart, readCatalogVersion } from "./kept";

/** Has texts say the words of this desk as they are now. Asked before texts about requests are said. */
export async function readWording(version?: string): Promise<void> {
  sayWith(await keepPart(version ?? (await readCatalogVersion()), "wording", readWords));
}

// Reads the whole table: it has rows only for types that rename statuses, at most one per status.
const readWords = async () =>
  wordingOf(
    await db().$queryRaw<StatusWord[]>`
      select t.slug as "typeSlug", s.status::text, s.name
      from type_statuses s join request_types t on t.id = s."typeId" order by t.slug, s.status`,
  );
