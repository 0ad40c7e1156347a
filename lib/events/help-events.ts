import { z } from "zod";
import { event, id } from "./define";

const article = { articleId: id() };

export const helpEvents = {
  /** These two change `title`, `category` and `body`. */
  help_article_added: event("admins", article),
  help_article_changed: event("admins", article),
  help_article_published: event("admins", article),
  help_article_withdrawn: event("admins", article),
  help_article_shifted: event("admins", { ...article, to: z.enum(["earlier", "later"]) }),
  help_article_archived: event("admins", article),
  help_article_restored: event("admins", article),
  /** What a reader had added in their own words. */
  help_words_removed: event("admins", article),
};
