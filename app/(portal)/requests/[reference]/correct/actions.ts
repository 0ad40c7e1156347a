"use server";

import { readFormVersion } from "@/lib/catalog/queries";
import { signedInAction } from "@/lib/entry/action";
import { refuse } from "@/lib/refusal";
import { correctRequest } from "@/lib/requests/correct";
import { correctionInput } from "@/lib/requests/input";
import { currentActor } from "@/lib/session/actor";

/** The answers are checked by the version of the form that was shown; that it is the request's own, the command checks. */
async function schemaOf(data: FormData) {
  const fields = await readFormVersion(String(data.get("formVersionId") ?? ""));
  if (!fields) throw refuse("form.misfit");
  return correctionInput(fields, (await currentActor())?.timeZone);
}

export const correct = signedInAction({
  input: schemaOf,
  command: correctRequest,
  redirectTo: (_, { reference }) => `/requests/${reference}#latest`,
});
