"use server";

import { z } from "zod";
import { emailOnlyInput } from "@/lib/accounts/input";
import { mayMail } from "@/lib/accounts/mail-limits";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { publicAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/session/client";
import { returnPath } from "@/lib/session/return-path";

export const askForLink = publicAction({
  input: emailOnlyInput.extend({ next: z.string().max(2_000).optional() }),
  prepare: async ({ email }) => mayMail("password", email, await clientNetwork()),
  command: async (act, { email, next }, isMailed) =>
    isMailed ? askForPasswordLink(act, email, returnPath(next)) : undefined,
  redirectTo: (_result, { next }) => `/reset?sent=1&next=${encodeURIComponent(returnPath(next))}`,
});
