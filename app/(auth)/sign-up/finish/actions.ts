"use server";

import { confirmByLink, prepareChoice } from "@/lib/accounts/confirm";
import { choiceInput } from "@/lib/accounts/input";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";
import { readSessionCookie } from "@/lib/entry/cookies";
import { linkInput, tokenOf } from "@/lib/entry/links";
import { browserZone, enter, requireSignUp } from "@/lib/entry/sign-up";

/** In the browser that asked: the name and the password that were typed there are good. */
export const confirmHere = openAction({
  input: linkInput.extend({ timeZone: browserZone }),
  prepare: async ({ link }) => ({ token: await tokenOf("sign-up", link), proof: await requireSignUp() }),
  command: async (act, { timeZone }, { token, proof }) =>
    confirmByLink(act, token, { proof }, { timeZone, formerSessionId: await readSessionCookie() }),
  done: enter,
});

/** In any other: its reader chooses both. */
export const confirmElsewhere = openAction({
  input: linkInput.extend({ ...choiceInput.shape, timeZone: browserZone }),
  secrets: ["password"],
  prepare: async ({ link, name, password }) => {
    const token = await tokenOf("sign-up", link);
    return {
      token,
      choice: await prepareChoice(token, { name, password }, undefined, await clientNetwork()),
    };
  },
  command: async (act, { timeZone }, { token, choice }) =>
    confirmByLink(act, token, { choice }, { timeZone, formerSessionId: await readSessionCookie() }),
  done: enter,
});
