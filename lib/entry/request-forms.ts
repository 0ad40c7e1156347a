import { z } from "zod";
import { emailInput } from "../accounts/address";
import { nameInput } from "../accounts/input";
import { isAgent, type PersonActor } from "../actor";
import { answersSchema } from "../catalog/answers";
import type { Field, GivenAnswers } from "../catalog/fields";
import { apart, forAgents, withoutNeed } from "../catalog/for-agents";
import { fieldsFor } from "../catalog/own-fields";
import { readSentForm } from "../catalog/queries";
import { withRetired } from "../catalog/shared-lists";
import { readArticleInput } from "../help/input";
import { messageCode } from "../messages/said";
import { slugInput } from "../organisations/input";
import { refuse } from "../refusal";
import { referenceInput, summaryInput, versionInput } from "../requests/input";
import type { DeskSettings } from "../settings";
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
    read: readArticleInput.optional(),
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

/** What a whole form was answered with, apart, where it asks agents for anything. */
function apartIn<T extends { answers: GivenAnswers }>(fields: Field[]) {
  const asksAgents = forAgents(fields).length > 0;
  return (sent: T) => (asksAgents ? { ...sent, ...apart(fields, sent.answers) } : sent);
}

const agentEdition = z.number().int().min(0).optional();

/** The mail that a request is made of. */
const mail = z.uuid().optional();

/** What an agent raises for a customer. Without a choice, it is for the only organisation that they belong to. */
export const raiseForForm = (fields: Field[], timeZone: string) =>
  raiseForm(withoutNeed(fields), timeZone)
    .omit({ follows: true, read: true, shareWith: true, isPrivate: true })
    .extend({ customer: z.uuid(), organisation: slugInput.optional(), mail })
    .transform(apartIn(fields));

/** Whom something is raised for, and what. */
export const customerForm = z.strictObject({
  email: emailInput,
  name: nameInput.optional(),
  type: z
    .string({ error: messageCode("on_behalf.type.missing") })
    .regex(/^[a-z0-9-]{1,80}$/, messageCode("on_behalf.type.missing")),
  mail,
});

export const correctionForm = (fields: Field[], timeZone: string) =>
  z.strictObject({
    reference: referenceInput,
    formVersionId: z.uuid(),
    edition: versionInput,
    summary: summaryInput,
    answers: answersOf(fields, timeZone),
  });

/** Checks answers against the version of the form that was shown. The command checks whether that is the request's, and what has been retired since. */
export async function sentCorrection(data: FormData, _: DeskSettings, actor: PersonActor) {
  const id = String(data.get("formVersionId") ?? "");
  const isAgents = isAgent(actor) && data.get("view") === "agent";
  const fields = await readSentForm(id, isAgents);
  if (!fields) throw refuse("form.misfit");
  return correctionForm(withRetired(fieldsFor(actor, fields)), actor.timeZone)
    .extend({ view: requestViewInput, agentEdition })
    .transform(apartIn(fields));
}

export const typeChangeForm = (fields: Field[], timeZone: string) =>
  z.strictObject({
    reference: referenceInput,
    from: z.uuid(),
    formVersionId: z.uuid(),
    edition: versionInput,
    losing: z.number().int().optional(),
    agentEdition,
    answers: answersOf(fields, timeZone),
  });

/** The answers are checked by the form that was shown. */
export async function sentTypeChange(data: FormData, _: DeskSettings, actor: PersonActor) {
  const id = String(data.get("formVersionId") ?? "");
  const fields = await readSentForm(id, isAgent(actor));
  if (!fields) throw refuse("form.gone");
  return typeChangeForm(fieldsFor(actor, fields), actor.timeZone).transform(apartIn(fields));
}
