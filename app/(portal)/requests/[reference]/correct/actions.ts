"use server";

import { signedInAction } from "@/lib/entry/action";
import { sentCorrection } from "@/lib/entry/request-forms";
import { correctRequest } from "@/lib/requests/correct";
import { requestPath } from "@/lib/requests/view";

export const correct = signedInAction({
  input: sentCorrection,
  command: correctRequest,
  redirectTo: (_, { reference, view }) => `${requestPath(reference, view)}#latest`,
});
