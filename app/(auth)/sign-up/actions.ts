"use server";

import { z } from "zod";
import { signUpInput } from "@/lib/accounts/input";
import { askForAccount, prepareSignUp } from "@/lib/accounts/sign-up";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";
import { writeSignUpCookie } from "@/lib/entry/cookies";
import { returnPath } from "@/lib/entry/return-path";

export const signUp = openAction({
  input: signUpInput.extend({ next: z.string().max(2_000).optional() }),
  secrets: ["password"],
  prepare: async input => prepareSignUp(input, await clientNetwork()),
  command: (act, _input, prepared) => askForAccount(act, prepared),
  done: async (proof, { next }) => {
    await writeSignUpCookie({ proof, next: returnPath(next) });
    return "/sign-up/confirm";
  },
});
