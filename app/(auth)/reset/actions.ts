"use server";

import { z } from "zod";
import { emailOnlyInput } from "@/lib/accounts/input";
import { mayMail } from "@/lib/accounts/mail-limits";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";
import { returnPath } from "@/lib/entry/return-path";

export const askForLink = openAction({
  input: emailOnlyInput.extend({ next: z.string().max(2_000).optional() }),
  prepare: async ({ email }) => mayMail("password", email, await clientNetwork()),
  command: async (act, { email, next }, isMailed) =>
    isMailed ? askForPasswordLink(act, email, returnPath(next)) : undefined,
  done: (_result, { next }) => `/reset?sent=1&next=${encodeURIComponent(returnPath(next))}`,
});
