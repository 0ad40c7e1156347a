"use server";

import { z } from "zod";
import { formAction } from "@/lib/entry/action";
import { askForTestMail, liftSuppression, releaseMail } from "@/lib/notifications/postmaster";

export const release = formAction({
  input: z.strictObject({ delivery: z.uuid() }),
  command: (act, { delivery }) => releaseMail(act, delivery),
  done: () => "/admin/mail?done=released",
});

export const lift = formAction({
  input: z.strictObject({ email: z.string().max(254) }),
  command: (act, { email }) => liftSuppression(act, email),
  done: () => "/admin/mail?done=lifted",
});

export const sendTest = formAction({
  input: z.strictObject({}),
  command: act => askForTestMail(act),
  done: () => "/admin/mail?done=tested",
});
