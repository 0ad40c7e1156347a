import "server-only";
import { spend } from "../rate-limit";
import type { ArticleInput } from "./input";

/** What a stranger says of an article: per network first, so that nobody fills what there is for all. @throws Refusal too_many */
export async function spendFeedback({ slug, language }: ArticleInput, network: string): Promise<void> {
  await spend("helpFeedbackFromNetwork", network);
  await spend("helpFeedbackOnArticle", `${slug} ${language}`);
  await spend("helpFeedbackInAll", "");
}
