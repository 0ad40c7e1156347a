"use server";

import { z } from "zod";
import { signedInAction } from "@/lib/entry/action";
import { askForTestMail, liftSuppression, releaseMail } from "@/lib/mail/held-mail";

export const release = signedInAction({
  input: z.strictObject({ delivery: z.uuid() }),
  command: (act, { delivery }) => releaseMail(act, delivery),
  redirectTo: () => "/admin/mail?done=released",
});

export const lift = signedInAction({
  input: z.strictObject({ email: z.string().max(254) }),
  command: (act, { email }) => liftSuppression(act, email),
  redirectTo: () => "/admin/mail?done=lifted",
});

export const sendTest = signedInAction({
  input: z.strictObject({}),
  command: act => askForTestMail(act),
  redirectTo: () => "/admin/mail?done=tested",
});
