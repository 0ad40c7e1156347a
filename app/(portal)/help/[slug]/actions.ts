"use server";

import { openAction } from "@/lib/entry/action";
import { admitFeedback } from "@/lib/entry/help";
import { feedbackForm } from "@/lib/entry/help-forms";
import { giveFeedback } from "@/lib/help/feedback";
import { nameOfArticle } from "@/lib/help/input";

/** Whoever found no answer goes on to raise a request, which knows what they have read. */
export const say = openAction({
  input: feedbackForm,
  prepare: (input, actor) => admitFeedback(actor, { slug: input.slug, language: input.language }),
  command: giveFeedback,
  redirectTo: (_, { isAnswered, ...article }) =>
    isAnswered
      ? `/help/${article.slug}?language=${article.language}&said=yes#said`
      : `/?read=${nameOfArticle(article)}`,
});
