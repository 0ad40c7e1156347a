"use server";

import { emailOnlyInput } from "@/lib/accounts/input";
import { mayMail } from "@/lib/accounts/mail-limits";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";

export const askForLink = openAction({
  input: emailOnlyInput,
  prepare: async ({ email }) => mayMail("password", email, await clientNetwork()),
  command: async (act, { email }, isMailed) => (isMailed ? askForPasswordLink(act, email) : undefined),
  done: () => "/reset?sent=1",
});
