"use server";

import { readFormVersion } from "@/lib/catalog/queries";
import { formAction } from "@/lib/entry/action";
import { currentActor } from "@/lib/entry/actor";
import { Refusal } from "@/lib/errors";
import { correctRequest } from "@/lib/requests/correct";
import { correctionInput } from "@/lib/requests/input";

/** The answers are checked by the version of the form that was shown; that it is the request's own, the command checks. */
async function schemaOf(data: FormData) {
  const fields = await readFormVersion(String(data.get("formVersionId") ?? ""));
  if (!fields) throw new Refusal("invalid", "This form does not fit the request. Please reload the page.");
  return correctionInput(fields, (await currentActor())?.timeZone);
}

export const correct = formAction({
  input: schemaOf,
  command: correctRequest,
  done: (_, { reference }) => `/requests/${reference}#latest`,
});
