import { templateOf } from "@/lib/messages/format";
import { writeLoads } from "./browser-texts";
import { writeGenerated } from "./write";

type Messages = Partial<Record<string, Record<string, string>>>;

/** What agents' pages say on each visit: of a request, its work bar and answer box; of the queue, its tools. */
const said =
  /^(agent\.(?!ways|new|empty|held)|canned_replies\.picker|customer_notes|linked\.add|moves\..*\.(label|hint)|priorities|resolutions|search\.(column|status|type|order|submit|filters|tabs)|sharing\.share|statuses\.desk|tags\.(title|request|saving)|queue\.(?!beside|caption|completion|empty|rows|title)|type_change\.title|views\.(name|sav))/;
/** Shorter ones are not worth a number. */
const shortest = 6;

/** Writes the texts that agents' pages number, as a list for each language. */
export function generateAgentTexts(messages: Messages): void {
  const languages = Object.keys(messages);
  for (const language of languages)
    writeGenerated(
      `agent-texts-${language}`,
      `export const texts: readonly string[] = ${JSON.stringify(listOf(messages, language), null, 2)};`,
    );
  const imports = languages.map(
    (name, index) => `import { texts as list${index} } from "./agent-texts-${name}";`,
  );
  const lists = languages.map((name, index) => `  "${name}": list${index},`);
  writeGenerated(
    "agent-texts",
    `${imports.join("\n")}\n\nexport const agentTexts: Record<string, readonly string[]> = {\n${lists.join("\n")}\n};`,
  );
  writeLoads(
    "agent-texts",
    languages.filter(language => language !== "en"),
  );
}

/** Those that have nothing to fill in. */
function listOf({ en = {}, ...others }: Messages, language: string) {
  const texts = Object.entries({ ...en, ...others[language] })
    .filter(([code, text]) => said.test(code) && text.length >= shortest && !/[{<]/.test(text))
    .map(([, text]) => templateOf(text, language));
  return [...new Set(texts)];
}
