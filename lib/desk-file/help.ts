import "server-only";
import { z } from "zod";
import { addArticle, archiveArticle, changeArticle, publishArticle } from "../help/change";
import { helpLanguageInput, wordsOfArticleInput } from "../help/input";
import { loadArticle, lockArticles } from "../help/load";
import { bringList } from "./bring";
import { archivedInput, listOf, slugInput } from "./input";
import type { Section } from "./section";

const article = z.strictObject({
  slug: slugInput,
  language: helpLanguageInput,
  ...wordsOfArticleInput.shape,
  published: z.literal(true).optional(),
  archived: archivedInput,
});
type Page = z.output<typeof article>;

/** A list knows its items by one key. */
const itemOf = (article: Page) => {
  const slug = `${article.slug}.${article.language}`;
  return { ...article, slug, name: slug, article };
};

const articles = z.array(article).superRefine((list, context) => {
  const twice = listOf(z.object({ slug: z.string(), name: z.string() }), false).safeParse(list.map(itemOf));
  for (const { message, path } of twice.error?.issues ?? [])
    context.addIssue({
      code: "custom",
      message,
      path,
      params: { key: "slug", value: String(list[Number(path[0])]?.slug) },
    });
});

export const help: Section<Page[]> = {
  schema: articles,

  async read(tx) {
    const rows = await tx.helpArticle.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        ...{ slug: true, language: true, title: true, category: true, body: true },
        ...{ isPublished: true, archivedAt: true },
      },
    });
    return rows.map(({ isPublished, archivedAt, ...row }) => ({
      ...row,
      ...(isPublished && { published: true as const }),
      ...(archivedAt && { archived: true as const }),
    }));
  },

  async apply(act, wanted, guide) {
    await lockArticles(act);
    const now = (await help.read(act.tx)).map(itemOf);
    const keyOf = (slug: string) => {
      const [name = "", language = ""] = slug.split(".");
      return { slug: name, language };
    };
    const publish = ({ article: { slug, language, published } }: ReturnType<typeof itemOf>) =>
      publishArticle(act, { slug, language, isPublished: published ?? false });
    await bringList(
      act,
      guide,
      { of: "help_articles", path: ["help"], wanted: wanted.map(itemOf), now },
      {
        rows: async () =>
          (await lockArticles(act)).map(row => ({ id: row.id, slug: `${row.slug}.${row.language}` })),
        async add(item) {
          const { slug, language, title, category, body } = item.article;
          await addArticle(act, { language, title, category, body }, slug);
          await publish(item);
        },
        async change(item) {
          const { slug, language, title, category, body } = item.article;
          const { article } = await loadArticle(act, { slug, language });
          await changeArticle(act, { slug, language, version: article.version, title, category, body });
          await publish(item);
        },
        archive: (slug, isArchived) => archiveArticle(act, { ...keyOf(slug), isArchived }),
      },
    );
  },
};
