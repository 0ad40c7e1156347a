"use server";

import { isAgent, type PersonActor } from "@/lib/actor";
import { fieldsFor } from "@/lib/catalog/own-fields";
import { readSentForm } from "@/lib/catalog/queries";
import { chooseCustomer, raiseFor } from "@/lib/desk/on-behalf";
import { signedInAction } from "@/lib/entry/action";
import { customerForm, raiseForForm } from "@/lib/entry/request-forms";
import { raiseFromMail } from "@/lib/inbound/raise";
import { refuse } from "@/lib/refusal";
import { requestPath } from "@/lib/requests/view";
import type { DeskSettings } from "@/lib/settings";

export const choose = signedInAction({
  input: customerForm,
  command: chooseCustomer,
  redirectTo: (customer, { type, mail }) =>
    `/agent/new/${type}?for=${customer}${mail === undefined ? "" : `&mail=${mail}`}`,
});

export const raise = signedInAction({
  /** The answers are checked by the version of the form that was shown. */
  input: async (data: FormData, _: DeskSettings, actor: PersonActor) => {
    const fields = isAgent(actor) ? await readSentForm(String(data.get("formVersionId") ?? ""), true) : null;
    if (!fields) throw refuse("form.gone");
    return raiseForForm(fieldsFor(actor, fields), actor.timeZone);
  },
  limit: "raise",
  command: (act, { mail, ...input }) =>
    mail === undefined ? raiseFor(act, input) : raiseFromMail(act, { ...input, mail }),
  redirectTo: ({ reference, isSeen }) => (isSeen ? requestPath(reference, "agent") : "/agent"),
});
