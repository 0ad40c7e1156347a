import "server-only";
import { z } from "zod";
import { translateCategoryInput, translateTypeInput } from "../catalog/input";
import { statusWords } from "../catalog/status-words";
import { translateCategory, translateType } from "../catalog/translate";
import { type Texts, type Translations, tidyTranslations } from "../catalog/translations";
import type { Act } from "../events/act";
import { languages } from "../messages/languages";
import { messageCode } from "../messages/said";
import type { Path } from "./remark";
import type { Guide } from "./section";

const { language: _, words: ofCategory } = translateCategoryInput.shape;
const { name, description, keywords, ...statuses } = translateTypeInput.shape.words.shape;

const byLanguage = <T extends z.ZodType>(words: T) => z.partialRecord(z.enum(languages), words).optional();

export const categoryTranslations = byLanguage(ofCategory);
export const typeTranslations = byLanguage(
  z.strictObject({ name, description, keywords, statuses: z.strictObject(statuses).optional() }),
);

type Own = Record<string, string | Record<string, string> | undefined>;

/** As the desk keeps them: the words for statuses beside the others. */
export const flat = (translations: Partial<Record<string, Own>> = {}): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([language, { statuses: own = {}, ...texts } = {}]) => [
      language,
      { ...texts, ...(own as Texts) } as Texts,
    ]),
  );

/** As a file has them; undefined if there are none. */
export function filed(translations: Translations): Record<string, Own> | undefined {
  const all = Object.entries(translations).map(([language, texts]) => {
    const own = statusWords.flatMap(status => (texts[status] ? [[status, texts[status]]] : []));
    const others = ["name", "description", "keywords"].flatMap(key =>
      texts[key] ? [[key, texts[key]]] : [],
    );
    return [
      language,
      { ...Object.fromEntries(others), ...(own.length > 0 && { statuses: Object.fromEntries(own) }) },
    ] as const;
  });
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

/** Refuses a translation of what the desk's language does not say. @returns them in the one form that files have */
export function checkTranslations(
  translations: Partial<Record<string, Own>> | undefined,
  texts: Texts,
  context: z.RefinementCtx,
): Record<string, Own> | undefined {
  const kept = flat(translations);
  for (const [language, own] of Object.entries(kept))
    for (const [key, text] of Object.entries(own)) {
      if (text === "" || texts[key]) continue;
      const path = [
        "translations",
        language,
        ...(statusWords.some(status => status === key) ? ["statuses", key] : [key]),
      ];
      const message = messageCode("desk_file.translates_nothing");
      context.addIssue({ code: "custom", path, message, params: { key } });
    }
  return filed(tidyTranslations(kept, texts));
}

type Of = "category" | "type";

/** Makes the translations what the file says. */
export async function bringTranslations(
  act: Act,
  guide: Guide,
  { of, slug, path }: { of: Of; slug: string; path: Path },
  wanted: Translations,
  now: Translations,
): Promise<void> {
  for (const language of languages) {
    const said = (of === "type" ? typeWords : categoryWords)(wanted[language]);
    const was = (of === "type" ? typeWords : categoryWords)(now[language]);
    if (JSON.stringify(said) === JSON.stringify(was)) continue;
    const { version } =
      of === "type"
        ? await act.tx.requestType.findUniqueOrThrow({ where: { slug }, select: { version: true } })
        : await act.tx.category.findUniqueOrThrow({ where: { slug }, select: { version: true } });
    await guide.at([...path, "translations", language], () =>
      of === "type"
        ? translateType(act, { slug, version, language, words: said as ReturnType<typeof typeWords> })
        : translateCategory(act, { slug, version, language, words: said }),
    );
  }
}

const categoryWords = ({ name = "", description = "" }: Texts = {}) => ({ name, description });
const typeWords = ({ name = "", description = "", keywords = "", ...own }: Texts = {}) => ({
  ...{ name, description, keywords },
  ...(Object.fromEntries(statusWords.map(status => [status, own[status] ?? ""])) as Record<
    (typeof statusWords)[number],
    string
  >),
});
