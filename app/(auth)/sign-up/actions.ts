"use server";

import { z } from "zod";
import { askedLanguage } from "@/lib/accounts/asked-language";
import { signUpInput } from "@/lib/accounts/input";
import { askForAccount, prepareSignUp } from "@/lib/accounts/sign-up";
import { publicAction } from "@/lib/entry/action";
import { readAskedTags } from "@/lib/session/asked";
import { clientNetwork } from "@/lib/session/client";
import { writeSignUpCookie } from "@/lib/session/cookies";
import { returnPath } from "@/lib/session/return-path";

export const signUp = publicAction({
  input: async (_, { deskName }) => signUpInput(deskName).extend({ next: z.string().max(2_000).optional() }),
  secrets: ["password"],
  prepare: async input => ({
    ...(await prepareSignUp(input, await clientNetwork())),
    language: askedLanguage(await readAskedTags()),
  }),
  command: (act, _input, prepared) => askForAccount(act, prepared),
  redirectTo: async (proof, { next }) => {
    await writeSignUpCookie({ proof, next: returnPath(next) });
    return "/sign-up/confirm";
  },
});
