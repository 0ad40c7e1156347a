import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { Trouble } from "../progress";
import { root } from "../settings";
import { generateAgentTexts } from "./agent-texts";
import { generateBrowserTexts } from "./browser-texts";
import { generateMiddlewareTexts } from "./middleware-texts";
import { writeIfChanged } from "./write";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
type Params = Map<string, string>;

const folder = join(root, "lib", "messages");
const generated = join(root, "lib", "generated", "messages.ts");
// The parser's numbers for an argument, a number, a date, a time, a select, a plural and a tag.
const kinds: Record<number, string> = {
  1: "Value",
  2: "number",
  3: "Date",
  4: "Date",
  5: "Value | boolean",
  6: "number",
  8: "Tag",
};

/** Reads the messages of each language, and writes them with the types of their parameters. Returns how many there are. */
export function generateMessages(): number {
  const messages = Object.fromEntries(languagesWritten().map(name => [name, readLanguage(name)]));
  checkMessages(messages);
  const { en = {} } = messages;
  const types = Object.entries(en).map(
    ([code, text]) => `  ${JSON.stringify(code)}: ${typeOf("en", code, text)};`,
  );
  const source = `// Made from lib/messages by \`npm run generate\`.
type Value = string | number;
type Tag = "tag";

export type MessageParams = {
${types.join("\n")}
};

export const messages = ${JSON.stringify(messages, null, 2)} as const satisfies Record<string, Partial<Record<keyof MessageParams, string>>>;
`;
  writeIfChanged(generated, source);
  generateAgentTexts(messages);
  generateBrowserTexts(messages);
  generateMiddlewareTexts(en);
  return types.length;
}

/** @throws Trouble that says which text of which language does not fit, and why */
export function checkMessages(messages: Record<string, Record<string, string>>): void {
  const { en = {} } = messages;
  for (const [language, texts] of Object.entries(messages))
    for (const [code, text] of Object.entries(texts)) {
      const english = en[code];
      if (english === undefined)
        throw new Trouble(`The ${language} message ${code} does not exist in English. Is its name right?`);
      if (typeOf(language, code, text) !== typeOf("en", code, english))
        throw new Trouble(
          `The ${language} message ${code} has other placeholders or tags than the English one: ${english}`,
        );
    }
}

/** Each is a folder. */
export const languagesWritten = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** What is said in English until somebody translates it. */
export function missingIn(language: string): { code: string; text: string }[] {
  const own = readLanguage(language);
  return Object.entries(readLanguage("en"))
    .filter(([code]) => !own[code]?.trim())
    .map(([code, text]) => ({ code, text }));
}

/** The messages of the files of a language: \`title\` in \`catalog.json\` is \`catalog.title\`. */
function readLanguage(language: string): Record<string, string> {
  const files = readdirSync(join(folder, language)).filter(name => name.endsWith(".json"));
  const read = files.sort().flatMap(file => {
    const texts = readTexts(`${language}/${file}`, readFileSync(join(folder, language, file), "utf8"));
    return Object.entries(texts).map(([key, text]) => [`${file.replace(".json", "")}.${key}`, text]);
  });
  return Object.fromEntries(read);
}

/** @throws Trouble that names the file, in words for whoever translates it */
export function readTexts(file: string, written: string): Record<string, string> {
  let texts: unknown;
  try {
    texts = JSON.parse(written);
  } catch (error) {
    throw new Trouble(
      `lib/messages/${file} is not valid JSON (${(error as Error).message}). Look for a missing comma or quotation mark there.`,
    );
  }
  if (typeof texts !== "object" || texts === null || Array.isArray(texts))
    throw new Trouble(`lib/messages/${file} has to be one list of texts in braces.`);
  const strange = Object.entries(texts).find(([, text]) => typeof text !== "string");
  if (strange)
    throw new Trouble(`In lib/messages/${file}, “${strange[0]}” has to be a text in quotation marks.`);
  return texts as Record<string, string>;
}

function typeOf(language: string, code: string, text: string): string {
  const params: Params = new Map();
  try {
    collect(new IntlMessageFormat(text, "en").getAst(), params);
  } catch (error) {
    throw new Trouble(
      `The ${language} message ${code} cannot be read (${(error as Error).message}): ${text}`,
    );
  }
  const names = [...params].sort().map(([name, type]) => `${name}: ${type}`);
  return names.length === 0 ? "never" : `{ ${names.join("; ")} }`;
}

function collect(elements: Element[], params: Params): void {
  for (const element of elements) {
    const type = kinds[element.type];
    if (type && "value" in element && typeof element.value === "string") params.set(element.value, type);
    if ("options" in element) for (const { value } of Object.values(element.options)) collect(value, params);
    if ("children" in element) collect(element.children, params);
  }
}
