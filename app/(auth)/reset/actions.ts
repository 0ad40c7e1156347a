"use server";

import { emailOnlyInput } from "@/lib/accounts/input";
import { mayMail } from "@/lib/accounts/mail-limits";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { publicAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/session/client";

export const askForLink = publicAction({
  input: emailOnlyInput,
  prepare: async ({ email }) => mayMail("password", email, await clientNetwork()),
  command: async (act, { email }, isMailed) => (isMailed ? askForPasswordLink(act, email) : undefined),
  redirectTo: () => "/reset?sent=1",
});
