import "server-only";
import { headers } from "next/headers";
import { askedLanguage } from "../accounts/asked-language";
import { languagesFor } from "../help/languages";
import { readVisit } from "./visit";

/** Those that the reader is shown help in, best first: the one asked for, then their own, or their browser's. */
export async function readHelpLanguages(asked?: string): Promise<string[]> {
  const visit = await readVisit();
  const spoken = visit?.actor.language ?? askedLanguage((await headers()).get("accept-language") ?? "");
  return languagesFor(asked, spoken);
}
