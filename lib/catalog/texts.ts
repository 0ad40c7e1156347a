import type { Status } from "../generated/enums";
import { statusWords } from "./status-words";
import { inLanguage, type Texts, type Translations, translationsOf } from "./translations";

type Category = { name: string; description: string };
type Type = Category & { keywords: string };
type NamedStatus = { status: Status; name: string };

/** What a category says that can be translated. */
export const textsOfCategory = ({ name, description }: Category): Category => ({ name, description });

/** What a type says that can be translated, its words for statuses by those. */
export const textsOfType = (
  { name, description, keywords }: Type,
  statuses: readonly NamedStatus[] = [],
): Type & Texts => ({
  ...{ name, description, keywords },
  ...Object.fromEntries(
    statusWords.map(status => [status, statuses.find(one => one.status === status)?.name ?? ""]),
  ),
});

type Named = { name: string; translations: unknown };

/** Names differ in more than capitals, those of archived ones too, in whatever language they are read. */
export function isNamed(others: readonly Named[], named: { name: string; translations?: Translations }) {
  const stored = others.map(({ name, translations }) => [{ name }, translationsOf(translations)] as const);
  const own = [{ name: named.name }, named.translations ?? {}] as const;
  const languages = new Set([
    "",
    ...[own, ...stored].flatMap(([, translations]) => Object.keys(translations)),
  ]);
  const nameIn = ([texts, translations]: (typeof stored)[number], language: string) =>
    inLanguage(texts, translations, language).name.toLowerCase();
  return [...languages].some(language =>
    stored.some(other => nameIn(other, language) === nameIn(own, language)),
  );
}
