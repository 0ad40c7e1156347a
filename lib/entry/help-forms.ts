import { z } from "zod";
import { articleInput, feedbackInput, removeWordsInput } from "../help/input";
import { messageCode } from "../messages/said";
import { yesOrNo } from "./request-forms";

export const publishArticleForm = articleInput.extend({ isPublished: yesOrNo });
export const archiveArticleForm = articleInput.extend({ isArchived: yesOrNo });

/** The button that was pressed says it. */
export const feedbackForm = feedbackInput.extend({
  isAnswered: z
    .enum(["yes", "no"], { error: messageCode("help.feedback.missing") })
    .transform(answer => answer === "yes"),
});

/** With the page that it is shown on. */
export const removeWordsForm = removeWordsInput.extend(articleInput.shape);
