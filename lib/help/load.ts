import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import type { ArticleInput } from "./input";

/** All pages in their order. What they say, and where they stand, stays as it is until the act ends. */
export async function lockArticles({ tx }: Act) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('help', 0))`;
  return tx.helpArticle.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, slug: true, language: true, title: true, category: true, body: true },
      ...{ position: true, isPublished: true, version: true, archivedAt: true },
    },
  });
}

/** The id of what anyone can read; null once it is not published any more. */
export async function findRead(
  { tx }: Pick<Act, "tx">,
  { slug, language }: ArticleInput,
): Promise<string | null> {
  const article = await tx.helpArticle.findFirst({
    where: { slug, language, isPublished: true, archivedAt: null }, // index help_articles_by_slug
    select: { id: true },
  });
  return article?.id ?? null;
}

export const isArticle =
  ({ slug, language }: ArticleInput) =>
  (article: ArticleInput) =>
    article.slug === slug && article.language === language;

/** With all pages. @throws Refusal not_found (no admin, no such page) */
export async function loadArticle(act: Act, key: ArticleInput) {
  onlyAdmins(act.actor);
  const articles = await lockArticles(act);
  const article = articles.find(isArticle(key));
  if (!article) throw notFound();
  return { article, articles };
}
