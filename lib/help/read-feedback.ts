import "server-only";
import type { PersonActor } from "../actor";
import { pageOf, readCursor, writeCursor } from "../cursor";
import { db, Prisma } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import type { ArticleInput } from "./input";

export type FeedbackCounts = {
  yes: number;
  no: number;
  /** Requests that were not sent, because the article was offered beside their form. */
  spared: number;
};

// Index help_feedback_counts.
const countsSql = Prisma.sql`
  (count(f.id) filter (where not f."besideForm" and f."isAnswered"))::int as yes,
  (count(f.id) filter (where not f."besideForm" and not f."isAnswered"))::int as no,
  (count(f.id) filter (where f."besideForm"))::int as spared`;

/** Of the articles that anything was said of. @throws Refusal not_found for anybody who is no admin */
export function countFeedback(actor: PersonActor): Promise<(ArticleInput & FeedbackCounts)[]> {
  onlyAdmins(actor);
  return db().$queryRaw`
    select a.slug, a.language, ${countsSql}
    from help_feedback f join help_articles a on a.id = f."articleId" group by a.id`;
}

export type FeedbackWords = { id: string; isAnswered: boolean; words: string; at: Date };

export type ArticleFeedback = ArticleInput & {
  title: string;
  counts: FeedbackCounts;
  /** The newest first. */
  rows: FeedbackWords[];
  next: string | null;
};

const pageSize = 50;

/** Nobody is told who said it. @throws Refusal not_found (no admin, no such article) */
export async function readFeedback(
  actor: PersonActor,
  { slug, language }: ArticleInput,
  before?: string,
): Promise<ArticleFeedback> {
  onlyAdmins(actor);
  const [article] = await db().$queryRaw<({ id: string; title: string } & FeedbackCounts)[]>`
    select a.id, a.title, ${countsSql}
    from help_articles a left join help_feedback f on f."articleId" = a.id
    where a.slug = ${slug} and a.language = ${language} group by a.id`; // index help_articles_by_slug
  if (!article) throw notFound();
  const cursor = readCursor(before);
  const from = cursor ? Prisma.sql`and (at, id) < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.empty;
  const rows = await db().$queryRaw<FeedbackWords[]>`
    select id, "isAnswered", words, at from help_feedback
    where "articleId" = ${article.id}::uuid and words is not null ${from}
    order by at desc, id desc limit ${pageSize + 1}`; // index help_feedback_words
  const { id: _, title, ...counts } = article;
  const { page, next } = pageOf(rows, pageSize, writeCursor);
  return { slug, language, title, counts, rows: page, next };
}
