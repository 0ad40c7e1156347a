import "server-only";
import { languagesFor } from "../help/languages";
import { readAskedTags } from "../session/asked";
import { readPageSettings } from "./page";
import { readVisit } from "./visit";

/** Those that the reader is shown help in, best first: the one asked for, then their own, or what their browser asks for, then the desk's. */
export async function readHelpLanguages(asked?: string): Promise<string[]> {
  const visit = await readVisit();
  const spoken = visit ? [visit.actor.language] : await readAskedTags();
  return languagesFor(asked, ...spoken, (await readPageSettings()).language);
}
