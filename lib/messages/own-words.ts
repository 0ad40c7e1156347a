import type { Status } from "../generated/enums";
import { type Language, translatorOf, type Wording } from "./translate";

/** What a desk says of one type in its own way: its words for statuses, and its names in other languages than the desk's. */
export type OwnWords = {
  typeSlug: string;
  statuses: { status: Status; name: string }[];
  /** By language: `name`, and the words for statuses by those. */
  translations: Record<string, Record<string, string>>;
  category: Record<string, Record<string, string>>;
};

/** What texts say of requests of a type that has its own words: customers read those, and agents both. */
export function wordingOf(words: OwnWords[]): (language: Language) => Wording {
  const said = new Map<Language, Wording>();
  return language => {
    const known = said.get(language) ?? wordingIn(language, words);
    said.set(language, known);
    return known;
  };
}

function wordingIn(language: Language, words: OwnWords[]): Wording {
  const t = translatorOf(language);
  return Object.fromEntries(
    words.flatMap(({ typeSlug, statuses, translations, category }) => [
      ...statuses.flatMap(({ status, name }) => {
        const own = translations[language]?.[status] ?? name;
        return [
          [`statuses.customer.${status}@${typeSlug}`, quoted(own)],
          [
            `statuses.desk.${status}@${typeSlug}`,
            quoted(t("statuses.both", { status: t(`statuses.desk.${status}`), own })),
          ],
        ];
      }),
      ...named(`type@${typeSlug}`, translations[language]?.name),
      ...named(`category@${typeSlug}`, category[language]?.name),
    ]),
  );
}

const named = (code: string, name: string | undefined) => (name === undefined ? [] : [[code, name]]);

/** As a message that says just that, whatever an admin has typed. */
const quoted = (text: string) => text.replaceAll("'", "''").replace(/[{}<>]/g, "'$&'");
