"use server";

import { z } from "zod";
import { signedInAction } from "@/lib/entry/action";
import { liftForm, releaseForm } from "@/lib/entry/mail-forms";
import { askForTestMail, liftSuppression, releaseMail } from "@/lib/mail/held-mail";

export const release = signedInAction({
  input: releaseForm,
  command: (act, { delivery }) => releaseMail(act, delivery),
  redirectTo: () => "/admin/mail?done=released",
});

export const lift = signedInAction({
  input: liftForm,
  command: (act, { email }) => liftSuppression(act, email),
  redirectTo: () => "/admin/mail?done=lifted",
});

export const sendTest = signedInAction({
  input: z.strictObject({}),
  command: act => askForTestMail(act),
  redirectTo: () => "/admin/mail?done=tested",
});
