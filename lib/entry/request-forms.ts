import { z } from "zod";
import { answersSchema } from "../catalog/answers";
import type { Field } from "../catalog/fields";
import { messageCode } from "../messages/said";
import { slugInput } from "../organisations/input";
import { referenceInput, summaryInput, versionInput } from "../requests/input";
import { addressesInput } from "./addresses";

// What the forms of a request send, where it is not what its command takes. Numbers are read by the parser of forms.

/** Both views of a request share their forms, each of which says where it is. */
export const requestViewInput = z.enum(["customer", "agent"], {
  error: messageCode("validation.misfit"),
});

export const orderForm = z.strictObject({
  reference: referenceInput,
  order: z.enum(["newest", "oldest"], { error: messageCode("validation.misfit") }),
  history: z.enum(["all", "comments"]).optional(),
});

export const yesOrNo = z
  .enum(["yes", "no"], { error: messageCode("validation.misfit") })
  .transform(answer => answer === "yes");

export const muteForm = z.strictObject({ reference: referenceInput, muted: yesOrNo });

export const privacyForm = z.strictObject({ reference: referenceInput, isPrivate: yesOrNo });

/** A form without any answer sends none. */
const answersOf = (fields: Field[], timeZone: string) =>
  z.preprocess(value => value ?? {}, answersSchema(fields, timeZone));

export const raiseForm = (fields: Field[], timeZone: string) =>
  z.strictObject({
    formVersionId: z.uuid(),
    submissionKey: z.uuid(messageCode("validation.answer.incomplete")),
    follows: referenceInput.optional(),
    // A form that offers none sends none: its request is for nobody else than its page has said.
    organisation: slugInput.optional().transform(slug => slug ?? null),
    isPrivate: z
      .literal("yes")
      .optional()
      .transform(answer => answer === "yes"),
    summary: summaryInput,
    answers: answersOf(fields, timeZone),
    shareWith: addressesInput.optional().transform(addresses => addresses ?? []),
  });

export const correctionForm = (fields: Field[], timeZone: string) =>
  z.strictObject({
    reference: referenceInput,
    formVersionId: z.uuid(),
    edition: versionInput,
    summary: summaryInput,
    answers: answersOf(fields, timeZone),
  });
