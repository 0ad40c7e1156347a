"use server";

import { nameInput, newPasswordInput } from "@/lib/accounts/input";
import { join, prepareJoining } from "@/lib/accounts/join";
import { publicAction } from "@/lib/entry/action";
import { linkInput, tokenOf } from "@/lib/entry/links";
import { browserZone, enterAfterJoining } from "@/lib/entry/sign-up";
import { clientNetwork } from "@/lib/session/client";
import { readSessionCookie } from "@/lib/session/cookies";

export const createAccount = publicAction({
  input: linkInput.extend({ name: nameInput, password: newPasswordInput, timeZone: browserZone }),
  secrets: ["password"],
  prepare: async ({ link, name, password }) => {
    const token = await tokenOf("join", link);
    const choice = await prepareJoining(token, { name, password }, undefined, await clientNetwork());
    return { token, choice };
  },
  command: async (act, { timeZone }, { token, choice }) =>
    join(act, token, choice, { timeZone, formerSessionId: await readSessionCookie() }),
  redirectTo: enterAfterJoining,
});
