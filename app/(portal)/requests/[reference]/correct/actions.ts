"use server";

import type { PersonActor } from "@/lib/actor";
import { readFormVersion } from "@/lib/catalog/queries";
import { signedInAction } from "@/lib/entry/action";
import { correctionForm } from "@/lib/entry/request-forms";
import { refuse } from "@/lib/refusal";
import { correctRequest } from "@/lib/requests/correct";
import type { DeskSettings } from "@/lib/settings";

export const correct = signedInAction({
  /** The answers are checked by the version of the form that was shown; that it is the request's own, the command checks. */
  input: async (data: FormData, _: DeskSettings, { timeZone }: PersonActor) => {
    const fields = await readFormVersion(String(data.get("formVersionId") ?? ""));
    if (!fields) throw refuse("form.misfit");
    return correctionForm(fields, timeZone);
  },
  command: correctRequest,
  redirectTo: (_, { reference }) => `/requests/${reference}#latest`,
});
