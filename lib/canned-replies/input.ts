import { z } from "zod";
import { messageCode } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { versionInput } from "../requests/input";
import { isUnseen, tidyLines, tooLong } from "../text/tidy";
import { otherLanguages } from "./languages";

/** Characters; and how many replies one owner can have, archived ones included. */
export const cannedLimits = { name: 80, keywords: 200, body: 5_000, replies: 300 } as const;

const upTo = (most: number) => (text: string, context: z.core.$RefinementCtx) => {
  const message = messageCode("validation.text.too_long");
  if (text.length > most) context.addIssue({ code: "custom", message, params: tooLong(text, most) });
};

const line = (most: number) =>
  z
    .string()
    .superRefine(upTo(10 * most))
    .transform(text => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .superRefine(upTo(most));

const said = (missing: MessageCode) => (text: string, context: z.core.$RefinementCtx) => {
  if (isUnseen(text)) context.addIssue({ code: "custom", message: missing });
};

const missingName = messageCode("canned_replies.name.missing");
const missingBody = messageCode("canned_replies.body.missing");

const body = z
  .string({ error: missingBody })
  .transform(tidyLines)
  .superRefine(said(missingBody))
  .superRefine(upTo(cannedLimits.body));

const words = {
  name: z.string({ error: missingName }).pipe(line(cannedLimits.name).superRefine(said(missingName))),
  keywords: line(cannedLimits.keywords).optional(),
  body,
};

const reply = { reply: z.uuid() };

export const wordsOfReplyInput = z.strictObject(words);
export const changeReplyInput = z.strictObject({ ...reply, version: versionInput, ...words });
export const replyInput = z.strictObject(reply);
export const shiftReplyInput = replyInput.extend({
  to: z.enum(["earlier", "later"], { error: messageCode("validation.misfit") }),
});

const language = z.enum(otherLanguages, { error: messageCode("canned_replies.language.missing") });

export const textOfReplyInput = z.strictObject({ ...reply, version: versionInput, language, body });
export const removeTextInput = z.strictObject({ ...reply, language });

export type WordsOfReply = z.output<typeof wordsOfReplyInput>;
export type ChangeReplyInput = z.output<typeof changeReplyInput>;
export type ReplyInput = z.output<typeof replyInput>;
export type ShiftReplyInput = z.output<typeof shiftReplyInput>;
export type TextOfReplyInput = z.output<typeof textOfReplyInput>;
export type RemoveTextInput = z.output<typeof removeTextInput>;
