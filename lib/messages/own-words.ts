import type { Status } from "../generated/enums";
import { type Language, translatorOf, type Wording } from "./translate";

export type StatusWord = { typeSlug: string; status: Status; name: string };

/** What texts say of requests of a type that has its own words: customers read those, and agents both. */
export function wordingOf(words: StatusWord[]): (language: Language) => Wording {
  const said = new Map<Language, Wording>();
  return language => {
    const known = said.get(language) ?? wordingIn(language, words);
    said.set(language, known);
    return known;
  };
}

function wordingIn(language: Language, words: StatusWord[]): Wording {
  const t = translatorOf(language);
  return Object.fromEntries(
    words.flatMap(({ typeSlug, status, name }) => [
      [`statuses.customer.${status}@${typeSlug}`, quoted(name)],
      [
        `statuses.desk.${status}@${typeSlug}`,
        quoted(t("statuses.both", { status: t(`statuses.desk.${status}`), own: name })),
      ],
    ]),
  );
}

/** As a message that says just that, whatever an admin has typed. */
const quoted = (text: string) => text.replaceAll("'", "''").replace(/[{}<>]/g, "'$&'");
