"use server";

import { signedInAction } from "@/lib/entry/action";
import { sentCorrection } from "@/lib/entry/request-forms";
import { correctRequest } from "@/lib/requests/correct";

export const correct = signedInAction({
  input: sentCorrection,
  command: correctRequest,
  redirectTo: (_, { reference }) => `/requests/${reference}#latest`,
});
