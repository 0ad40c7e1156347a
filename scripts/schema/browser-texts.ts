import { join } from "node:path";
import { type PluralForms, templateOf } from "@/lib/messages/format";
import { root } from "../settings";
import { writeIfChanged } from "./write";

type Messages = Partial<Record<string, Record<string, string>>>;

/**
 * Writes the texts of client components as browsers take them: finished but for what only they know. Those of the
 * agents' keyboard are a file of their own, which no page for customers loads. Scripts have English; a page in another
 * language brings its texts along, so that no browser loads those of the others.
 */
export function generateBrowserTexts(messages: Messages): void {
  for (const noun of ["browser", "keyboard"]) {
    const texts = JSON.stringify(textsOf(messages, `${noun}.`), null, 2);
    writeIfChanged(
      join(root, "lib", "generated", `${noun}-texts.ts`),
      `// Made from lib/messages by \`npm run generate\`.\nexport const ${noun}Texts = ${texts} as const;\n`,
    );
  }
}

function textsOf({ en = {} }: Messages, prefix: string) {
  const said: [string, PluralForms | string][] = Object.entries(en)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, text]) => [code.slice(prefix.length), templateOf(text, "en")]);
  return Object.fromEntries(said);
}
