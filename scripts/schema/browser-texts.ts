import { directionOf } from "@/lib/messages/direction";
import { type PluralForms, templateOf } from "@/lib/messages/format";
import { writeGenerated } from "./write";

type Messages = Partial<Record<string, Record<string, string>>>;

/**
 * Writes the texts of client components as browsers take them: finished but for what only they know. Those of the
 * agents' keyboard are a file of their own, which no page for customers loads. Scripts have English; other languages
 * are files that are read by those who speak them.
 */
export function generateBrowserTexts(messages: Messages): void {
  const others = Object.keys(messages).filter(language => language !== "en");
  for (const noun of ["browser", "keyboard"]) {
    const write = (language: string) => JSON.stringify(textsOf(messages, `${noun}.`, language), null, 2);
    writeGenerated(`${noun}-texts`, `export const ${noun}Texts = ${write("en")} as const;`);
    for (const language of others)
      writeGenerated(`${noun}-texts-${language}`, `export const texts = ${write(language)};`);
    writeLoads(`${noun}-texts`, others);
  }
}

/** Writes how the file of each language is loaded. */
export function writeLoads(name: string, languages: string[]): void {
  const loads = languages.map(language => `  "${language}": () => import("./${name}-${language}"),`);
  writeGenerated(`load-${name}`, `export const loads = {\n${loads.join("\n")}\n};`);
}

function textsOf({ en = {}, ...others }: Messages, prefix: string, language: string) {
  const said: [string, PluralForms | string][] = Object.entries({ ...en, ...others[language] })
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, text]) => [code.slice(prefix.length), templateOf(text, language, directionOf(language))]);
  return Object.fromEntries(said);
}
