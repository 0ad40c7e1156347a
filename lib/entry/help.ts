import "server-only";
import type { Actor } from "../actor";
import { spendFeedback } from "../help/feedback-limits";
import type { ArticleInput } from "../help/input";
import { languagesFor } from "../help/languages";
import { speaksTag } from "../messages/languages";
import { readAskedTags } from "../session/asked";
import { clientNetwork } from "../session/client";
import { keepVisitor } from "../session/help-visitor";
import { readPageSettings } from "./page";
import { readVisit } from "./visit";

/** Those that the reader is shown help in, best first: the one asked for, then their own, or what their browser asks for, then the desk's. */
export async function readHelpLanguages(asked?: string): Promise<string[]> {
  const visit = await readVisit();
  const spoken = visit ? [visit.actor.language] : await readAskedTags();
  const desk = await readPageSettings();
  return languagesFor(asked, ...spoken.filter(tag => speaksTag(desk, tag)), desk.language);
}

/** Who says something of an article, as the desk finds them again. @throws Refusal too_many (strangers over a limit) */
export async function admitFeedback(actor: Actor, key: ArticleInput): Promise<string> {
  if (actor.kind === "person") return actor.id;
  await spendFeedback(key, await clientNetwork());
  return keepVisitor();
}
