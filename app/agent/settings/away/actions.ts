"use server";

import { z } from "zod";
import { comeBack } from "@/lib/accounts/away";
import { signedInAction } from "@/lib/entry/action";
import { awayForm, sendAway } from "@/lib/entry/away-forms";
import { awayPath } from "@/lib/requests/view";

export const leave = signedInAction({
  input: awayForm,
  command: sendAway,
  redirectTo: () => `${awayPath}?done=away`,
});

export const end = signedInAction({
  input: z.strictObject({}),
  command: comeBack,
  redirectTo: () => `${awayPath}?done=back`,
});
