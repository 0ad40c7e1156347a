// `npm run messages:missing`: what each language lacks, by the files that a translator writes.
import { languagesWritten, missingIn } from "./schema/messages";

for (const language of languagesWritten().filter(one => one !== "en")) {
  const missing = missingIn(language);
  console.log(missing.length === 0 ? `${language}: complete` : `${language}: ${missing.length} missing`);
  for (const { code, text } of missing) console.log(`  ${code}: ${text}`);
}
