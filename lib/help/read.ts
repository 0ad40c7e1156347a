import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { keepByText } from "../markdown/kept";
import { plainWords } from "../markdown/markdown";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import { type Word, wordsIn } from "../text/spellings";
import { type ArticleInput, helpLimits, nameOfArticle, readArticleInput } from "./input";

/** Words of a question that are looked for, and letters of an article that a list shows. */
const [maxWords, maxBeginning] = [8, 300];

export type ArticleTitle = ArticleInput & { title: string; category: string };
/** `beginning`: its first paragraph, without markup. */
export type FoundArticle = ArticleTitle & { beginning: string };

/** Of each published page the version in the first of these languages that it has; categories in the order of their first pages. */
export async function listHelp(languages: string[], question = ""): Promise<FoundArticle[]> {
  const asked = spelt(wordsIn(question.slice(0, helpLimits.question)).slice(0, maxWords));
  // Index help_articles_by_slug. A desk has a few hundred pages at most.
  const articles = await db().$queryRaw<FoundArticle[]>`
    with asked as materialized (select * from unnest(${asked.words}::text[], ${asked.spellings}::text[]) as w (word, spelling)),
    shown as (
      select distinct on (slug) slug, language, title, category, folded, position, id,
        left(split_part(body, E'\\n\\n', 1), ${maxBeginning}) as beginning
      from help_articles
      where "isPublished" and "archivedAt" is null
      order by slug, array_position(${languages}::text[], language), language
    )
    select slug, language, title, category, beginning
    from (select *, min(position) over (partition by category) as first from shown) s
    where not exists (select from asked group by word having not bool_or(strpos(
      s.folded, case when length(spelling) >= 3 or spelling ~ '[\\u2E80-\\U0010FFFF]' then spelling else ' ' || spelling end
    ) > 0))
    order by first, category, position, id`;
  return articles.map(article => ({ ...article, beginning: beginningOf(article.beginning) }));
}

const mostKept = 200_000;

// Everybody reads the same few.
const beginningOf = keepByText(plainWords, mostKept);

/** For the database: each word as often as it has spellings. */
export const spelt = (words: Word[]) => ({
  words: words.flatMap(({ text, others }) => [text, ...others].map(() => text)),
  spellings: words.flatMap(({ text, others }) => [text, ...others]),
});

export type PublicArticle = ArticleTitle & {
  body: string;
  /** In which else it can be read. */
  others: string[];
};

/** @throws Refusal not_found (no such page, not published, archived) */
export async function readHelp(slug: string, languages: string[]): Promise<PublicArticle> {
  // Index help_articles_by_slug.
  const articles = await db().helpArticle.findMany({
    where: { slug, isPublished: true, archivedAt: null },
    orderBy: { language: "asc" },
    select: { slug: true, language: true, title: true, category: true, body: true },
  });
  const spoken = languages.flatMap(language => articles.find(article => article.language === language) ?? []);
  const article = spoken[0] ?? articles[0];
  if (!article) throw notFound();
  return {
    ...article,
    others: articles.map(({ language }) => language).filter(other => other !== article.language),
  };
}

/** What there is to read under a name of an address, such as "opening-hours.en"; null for what strangers cannot read. */
export async function findArticle(name: string | undefined): Promise<{ name: string; title: string } | null> {
  const key = readArticleInput.safeParse(name);
  if (!key.success) return null;
  const article = await db().helpArticle.findFirst({
    where: { ...key.data, isPublished: true, archivedAt: null }, // index help_articles_by_slug
    select: { title: true },
  });
  return article && { name: nameOfArticle(key.data), title: article.title };
}

export type ListedArticle = ArticleTitle & { isPublished: boolean; isArchived: boolean };

/** @throws Refusal not_found for anybody who is no admin */
export async function listArticles(actor: PersonActor): Promise<ListedArticle[]> {
  onlyAdmins(actor);
  const articles = await db().helpArticle.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ slug: true, language: true, title: true, category: true },
      ...{ isPublished: true, archivedAt: true },
    },
  });
  return articles.map(({ archivedAt, ...article }) => ({ ...article, isArchived: archivedAt !== null }));
}

export type ArticleInFull = ListedArticle & { body: string; version: number };

/** All versions of a page, each in its language. @throws Refusal not_found (no admin, no such page) */
export async function readVersions(actor: PersonActor, slug: string): Promise<ArticleInFull[]> {
  onlyAdmins(actor);
  // Index help_articles_by_slug.
  const articles = await db().helpArticle.findMany({
    where: { slug },
    orderBy: { language: "asc" },
    select: {
      ...{ slug: true, language: true, title: true, category: true, body: true },
      ...{ isPublished: true, version: true, archivedAt: true },
    },
  });
  if (articles.length === 0) throw notFound();
  return articles.map(({ archivedAt, ...article }) => ({ ...article, isArchived: archivedAt !== null }));
}
