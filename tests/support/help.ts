import { randomUUID } from "node:crypto";
import { addArticle, publishArticle } from "@/lib/help/change";
import type { AddArticleInput, ArticleInput } from "@/lib/help/input";
import { anAdmin, run } from "./factories";

/** Adds a page to the desk, which is published unless it is not to be. */
export async function aHelpArticle(
  wishes: Partial<AddArticleInput> = {},
  isPublished = true,
): Promise<ArticleInput> {
  const words = { title: `Page ${randomUUID().slice(0, 8)}`, category: "Basics", body: "What it says." };
  const admin = await anAdmin();
  const page = await run(admin, act => addArticle(act, { language: "en", ...words, ...wishes }));
  if (isPublished) await run(admin, act => publishArticle(act, { ...page, isPublished }));
  return page;
}
