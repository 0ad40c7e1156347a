"use server";

import { z } from "zod";
import { answersSchema } from "@/lib/catalog/answers";
import { readFormVersion } from "@/lib/catalog/queries";
import { signedInAction } from "@/lib/entry/action";
import { addressesInput } from "@/lib/entry/addresses";
import { messageCode } from "@/lib/messages/said";
import { refuse } from "@/lib/refusal";
import { referenceInput, summaryInput } from "@/lib/requests/input";
import { currentActor } from "@/lib/session/actor";
import { countInvitations } from "@/lib/sharing/invite";
import { raiseAndShare } from "@/lib/sharing/share";

/** The answers are checked by the version of the form that was shown. */
async function schemaOf(data: FormData) {
  const fields = await readFormVersion(String(data.get("formVersionId") ?? ""));
  if (!fields) throw refuse("form.gone");
  return z.strictObject({
    formVersionId: z.uuid(),
    submissionKey: z.uuid(messageCode("validation.answer.incomplete")),
    follows: referenceInput.optional(),
    summary: summaryInput,
    answers: z.preprocess(value => value ?? {}, answersSchema(fields, (await currentActor())?.timeZone)),
    shareWith: addressesInput.optional(),
  });
}

export const raiseRequest = signedInAction({
  input: schemaOf,
  limit: "raise",
  prepare: ({ shareWith = [] }, actor) => countInvitations(actor, shareWith.length),
  command: (act, { shareWith = [], ...input }) => raiseAndShare(act, { ...input, shareWith }),
  redirectTo: reference => `/requests/${reference}/received`,
});
