import { join } from "node:path";
import { type PluralForms, templateOf } from "@/lib/messages/format";
import { root } from "../settings";
import { writeIfChanged } from "./write";

const generated = join(root, "lib", "generated", "browser-texts.ts");
const prefix = "browser.";

/** Writes the texts of client components as browsers take them: finished but for what only they know. */
export function generateBrowserTexts({
  en = {},
  ...others
}: Partial<Record<string, Record<string, string>>>): void {
  const texts = Object.entries({ en, ...others }).map(([language, own]) => {
    const said: [string, PluralForms | string][] = Object.entries({ ...en, ...own })
      .filter(([code]) => code.startsWith(prefix))
      .map(([code, text]) => [code.slice(prefix.length), templateOf(text, language)]);
    return [language, Object.fromEntries(said)];
  });
  writeIfChanged(
    generated,
    `// Made from lib/messages by \`npm run generate\`.
export const browserTexts = ${JSON.stringify(Object.fromEntries(texts), null, 2)} as const;
`,
  );
}
