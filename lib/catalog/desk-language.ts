import "server-only";
import type { Tx } from "../db";
import type { Act } from "../events/act";
import { languageOf, languages, languagesOfDesk, type Speech } from "../messages/languages";
import { refuse } from "../refusal";
import { settingDefaults } from "../setting-names";

type Language = (typeof languages)[number];

/** The language that the texts of the catalog are in, by the setting; English if there are none of ours in it. */
export function catalogLanguage(tag: string): Language {
  const spoken = languageOf(tag);
  return languages.find(language => language === spoken) ?? "en";
}

/** Those that its texts are to be translated to. */
export const otherLanguages = (desk: Speech): Language[] =>
  languagesOfDesk(desk).filter(language => language !== catalogLanguage(desk.language));

/** As it is now: what is imported can have changed it. */
export async function readDeskLanguage(tx: Tx): Promise<Language> {
  const row = await tx.setting.findUnique({ where: { name: "language" }, select: { value: true } });
  return catalogLanguage(String(row?.value ?? settingDefaults.language));
}

/** @throws Refusal conflict (it is the desk's own by now) */
export async function requireOther({ tx }: Act, ...named: string[]): Promise<void> {
  if (named.length > 0 && named.includes(await readDeskLanguage(tx))) throw refuse("translation.of_desk");
}
