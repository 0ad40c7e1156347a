import "server-only";
import { db } from "../db";
import { spend } from "../rate-limit";
import { notFound } from "../refusal";
import type { ArticleInput } from "./input";
import { findRead } from "./load";

/**
 * What a stranger says of an article: per network first, so that nobody fills what there is for all, and for articles that
 * there are alone.
 * @throws Refusal too_many, not_found
 */
export async function spendFeedback({ slug, language }: ArticleInput, network: string): Promise<void> {
  await spend("helpFeedbackFromNetwork", network);
  if ((await findRead({ tx: db() }, { slug, language })) === null) throw notFound();
  await spend("helpFeedbackOnArticle", `${slug} ${language}`);
  await spend("helpFeedbackInAll", "");
}
