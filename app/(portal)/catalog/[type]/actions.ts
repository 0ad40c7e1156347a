"use server";

import type { PersonActor } from "@/lib/actor";
import { fieldsFor } from "@/lib/catalog/own-fields";
import { readSentForm } from "@/lib/catalog/queries";
import { signedInAction } from "@/lib/entry/action";
import { raiseForm } from "@/lib/entry/request-forms";
import { refuse } from "@/lib/refusal";
import type { DeskSettings } from "@/lib/settings";
import { countInvitations } from "@/lib/sharing/invite";
import { raiseAndShare } from "@/lib/sharing/share";

export const raiseRequest = signedInAction({
  /** The answers are checked by the version of the form that was shown. */
  input: async (data: FormData, _: DeskSettings, actor: PersonActor) => {
    const fields = await readSentForm(String(data.get("formVersionId") ?? ""));
    if (!fields) throw refuse("form.gone");
    return raiseForm(fieldsFor(actor, fields), actor.timeZone);
  },
  limit: "raise",
  prepare: ({ shareWith }, actor) => countInvitations(actor, shareWith.length),
  command: raiseAndShare,
  redirectTo: ({ reference }) => `/requests/${reference}/received`,
});
