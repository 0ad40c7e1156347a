import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound, refuse } from "../refusal";
import { freeSlug, slugOf } from "../text/slug";
import {
  type AddArticleInput,
  type ArticleInput,
  type ChangeArticleInput,
  helpLimits,
  type ShiftArticleInput,
} from "./input";
import { isArticle, loadArticle, lockArticles } from "./load";

const wordsOf = ["title", "category", "body"] as const;

/** The page of this name is where one writes a new one. */
const notForArticles = ["new"];

/**
 * Adds a page behind the others, which strangers do not see yet.
 * @param given what addresses are to call it, instead of a name made of the title
 * @throws Refusal not_found (no admin; no page to translate), invalid (translated already, too many)
 */
export async function addArticle(
  act: Act,
  { slug: translated, language, ...words }: AddArticleInput,
  given?: string,
): Promise<ArticleInput> {
  onlyAdmins(act.actor);
  const articles = await lockArticles(act);
  if (articles.length >= helpLimits.articles)
    throw refuse("help.too_many", { max: helpLimits.articles }, { field: "title" });
  const taken = [...notForArticles, ...articles.map(article => article.slug)];
  if (translated !== undefined && !taken.includes(translated)) throw notFound();
  const slug = translated ?? given ?? freeSlug(slugOf(words.title, "help"), taken);
  if (articles.some(isArticle({ slug, language })))
    throw refuse("help.language_taken", {}, { field: "language" });
  const position = 1 + Math.max(0, ...articles.map(article => article.position));
  const { id } = await act.tx.helpArticle.create({
    data: { slug, language, ...words, position, createdAt: act.at },
    select: { id: true },
  });
  const changes = wordsOf.map(key => ({ key, before: null, after: words[key] }));
  await recordChanges(act, "help_article_added", changes, {}, { articleId: id });
  return { slug, language };
}

/** Its slug and language stay. @throws Refusal not_found, conflict (changed since; sent once more, it replaces that) */
export async function changeArticle(
  act: Act,
  { slug, language, version, ...words }: ChangeArticleInput,
): Promise<void> {
  const { article } = await loadArticle(act, { slug, language });
  const keys = wordsOf.filter(key => article[key] !== words[key]);
  if (keys.length === 0) return;
  if (article.version !== version) {
    const corrections = { version: article.version };
    throw refuse("help.changed", { present: article.body }, { field: "body", corrections });
  }
  await act.tx.helpArticle.updateMany({
    where: { id: article.id },
    data: { ...words, version: { increment: 1 } },
  });
  const changes = keys.map(key => ({ key, before: article[key], after: words[key] }));
  await recordChanges(act, "help_article_changed", changes, {}, { articleId: article.id });
}

/** Strangers see it, or see it no longer. @throws Refusal not_found */
export async function publishArticle(
  act: Act,
  { isPublished, ...key }: ArticleInput & { isPublished: boolean },
): Promise<void> {
  const { article } = await loadArticle(act, key);
  if (article.isPublished === isPublished) return;
  await act.tx.helpArticle.updateMany({ where: { id: article.id }, data: { isPublished } });
  await record(
    act,
    isPublished ? "help_article_published" : "help_article_withdrawn",
    { articleId: article.id },
    {},
  );
}

/** Only admins find an archived one. @throws Refusal not_found */
export async function archiveArticle(
  act: Act,
  { isArchived, ...key }: ArticleInput & { isArchived: boolean },
): Promise<void> {
  const { article } = await loadArticle(act, key);
  if (isArchived === (article.archivedAt !== null)) return;
  await act.tx.helpArticle.updateMany({
    where: { id: article.id },
    data: { archivedAt: isArchived ? act.at : null },
  });
  await record(
    act,
    isArchived ? "help_article_archived" : "help_article_restored",
    { articleId: article.id },
    {},
  );
}

/**
 * Changes places with its neighbour of the same language and category; the first and the last stay.
 * @throws Refusal not_found
 */
export async function shiftArticle(act: Act, { to, ...key }: ShiftArticleInput): Promise<void> {
  const { article, articles } = await loadArticle(act, key);
  const among = articles.filter(
    ({ language, category, archivedAt }) =>
      language === article.language && category === article.category && archivedAt === null,
  );
  const place = among.findIndex(({ id }) => id === article.id);
  const other = among[to === "earlier" ? place - 1 : place + 1];
  if (place < 0 || !other) return;
  for (const [{ id }, { position }] of [[article, other] as const, [other, article] as const])
    await act.tx.helpArticle.updateMany({ where: { id }, data: { position } });
  await record(act, "help_article_shifted", { articleId: article.id, to }, {});
}
