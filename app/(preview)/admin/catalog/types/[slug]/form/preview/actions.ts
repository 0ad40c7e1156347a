"use server";

import { signedInAction } from "@/lib/entry/action";
import { triedAnswers } from "@/lib/entry/form-builder-forms";

/** Checks answers as the form will once it is published, and keeps nothing. */
export const tryAnswers = signedInAction({
  input: triedAnswers,
  limit: "saveForm",
  command: async () => undefined,
  redirectTo: (_, { slug, as }) =>
    `/admin/catalog/types/${slug}/form/preview?tried=accepted${as ? `&as=${as}` : ""}`,
});
