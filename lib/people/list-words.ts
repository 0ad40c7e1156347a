import "server-only";
import { languageTags } from "../accounts/language-tags";
import type { Role } from "../actor";
import { languageName } from "../formats";
import { languages } from "../messages/languages";
import { translatorOf } from "../messages/translate";

export type Language = (typeof languageTags)[number];
export type Column = "email" | "role" | "language";

/** What a language alone means where the desk tells several of its kind apart. */
const usual: Record<string, Language> = { en: "en-GB", pt: "pt-PT", zh: "zh-Hans" };
const roles = ["customer", "agent", "admin"] as const;
const columns = ["email", "role", "language"] as const;

export type ListWords = {
  columns: ReadonlyMap<string, Column>;
  roles: ReadonlyMap<string, Role>;
  languages: ReadonlyMap<string, Language>;
};

type WordsCode = `people.words.${Column | Role}` | `people.role.${Role}`;

let made: ListWords | undefined;

/** What people write into a list and above its columns, in small letters, in each language of the desk: a file may be a colleague’s. */
export function listWords(): ListWords {
  made ??= {
    columns: new Map(columns.flatMap(column => wordsOf(`people.words.${column}`, column))),
    roles: new Map(
      roles.flatMap(role => [
        [role, role] as const,
        ...wordsOf(`people.words.${role}`, role),
        ...wordsOf(`people.role.${role}`, role),
      ]),
    ),
    languages: languageWords(),
  };
  return made;
}

/** The words of a text, which are apart by commas. */
const wordsOf = <T>(code: WordsCode, meaning: T): [string, T][] =>
  languages.flatMap(language =>
    translatorOf(language)(code)
      .split(/[,،]/)
      .map(word => [word.trim().toLowerCase(), meaning]),
  );

function languageWords(): ReadonlyMap<string, Language> {
  const tags = [...languageTags.map(tag => [tag, tag] as const), ...Object.entries(usual)];
  const named = tags.flatMap(([tag, meaning]) =>
    [tag, ...[tag, ...languages].map(language => languageName(tag, language))].map(
      word => [word.toLowerCase(), meaning] as const,
    ),
  );
  return new Map(named);
}
