import { z } from "zod";
import { messageCode } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { isUnseen, tidyLines, tooLong } from "../text/tidy";
import { helpLanguages } from "./languages";

/** Characters; and how many pages a desk can have, in all languages, archived ones included. */
export const helpLimits = {
  title: 120,
  category: 60,
  body: 20_000,
  question: 200,
  articles: 400,
  words: 500,
} as const;

const upTo = (most: number) => (text: string, context: z.core.$RefinementCtx) => {
  const message = messageCode("validation.text.too_long");
  if (text.length > most) context.addIssue({ code: "custom", message, params: tooLong(text, most) });
};

const said = (missing: MessageCode) => (text: string, context: z.core.$RefinementCtx) => {
  if (isUnseen(text)) context.addIssue({ code: "custom", message: missing });
};

const line = (missing: MessageCode, most: number) =>
  z
    .string({ error: missing })
    .superRefine(upTo(10 * most))
    .transform(text => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .superRefine(said(missing))
    .superRefine(upTo(most));

const missingBody = messageCode("help.body.missing");

export const wordsOfArticleInput = z.strictObject({
  title: line(messageCode("help.title.missing"), helpLimits.title),
  category: line(messageCode("help.category.missing"), helpLimits.category),
  body: z
    .string({ error: missingBody })
    .transform(tidyLines)
    .superRefine(said(missingBody))
    .superRefine(upTo(helpLimits.body)),
});

const helpSlugInput = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, messageCode("validation.misfit"))
  .max(80);
export const helpLanguageInput = z.enum(helpLanguages, { error: messageCode("help.language.missing") });

export const articleInput = z.strictObject({ slug: helpSlugInput, language: helpLanguageInput });

/** What a reader says of a page: whether it answered their question, and more if they like. */
export const feedbackInput = articleInput.extend({
  isAnswered: z.boolean(),
  words: z
    .string()
    .superRefine(upTo(10 * helpLimits.words))
    .transform(tidyLines)
    .superRefine(upTo(helpLimits.words))
    .transform(text => text || undefined)
    .optional(),
});
export const removeWordsInput = z.strictObject({
  feedback: z.uuid(messageCode("validation.misfit")),
  seen: z.number().int().min(0).max(8.64e15),
});

/** As addresses and forms name a version that was read: "opening-hours.en". */
export const nameOfArticle = ({ slug, language }: ArticleInput) => `${slug}.${language}`;
export const readArticleInput = z
  .string()
  .max(100, messageCode("validation.misfit"))
  .transform(name => {
    const [slug, language] = name.split(".");
    return { slug, language };
  })
  .pipe(articleInput);

/** With the slug of the page that it translates, if it does. */
export const addArticleInput = wordsOfArticleInput.extend({
  slug: helpSlugInput.optional(),
  language: helpLanguageInput,
});
export const changeArticleInput = wordsOfArticleInput.extend({
  ...articleInput.shape,
  version: z.number().int().min(1).max(2_147_483_647),
});
export const shiftArticleInput = articleInput.extend({
  to: z.enum(["earlier", "later"], messageCode("validation.misfit")),
});

export type ArticleInput = z.output<typeof articleInput>;
export type AddArticleInput = z.output<typeof addArticleInput>;
export type ChangeArticleInput = z.output<typeof changeArticleInput>;
export type ShiftArticleInput = z.output<typeof shiftArticleInput>;
export type FeedbackInput = z.output<typeof feedbackInput>;
export type RemoveWordsInput = z.output<typeof removeWordsInput>;
