"use server";

import { confirmByLink, prepareChoice } from "@/lib/accounts/confirm";
import { choiceInput } from "@/lib/accounts/input";
import { publicAction } from "@/lib/entry/action";
import { linkInput, tokenOf } from "@/lib/entry/links";
import { browserZone, enter, requireSignUp } from "@/lib/entry/sign-up";
import { clientNetwork } from "@/lib/session/client";
import { readSessionCookie } from "@/lib/session/cookies";

/** In the browser that asked: the name and the password that were typed there are good. */
export const confirmHere = publicAction({
  input: linkInput.extend({ timeZone: browserZone }),
  prepare: async ({ link }) => ({ token: await tokenOf("sign-up", link), proof: await requireSignUp() }),
  command: async (act, { timeZone }, { token, proof }) =>
    confirmByLink(act, token, { proof }, { timeZone, formerSessionId: await readSessionCookie() }),
  redirectTo: enter,
});

/** In any other: its reader chooses both. */
export const confirmElsewhere = publicAction({
  input: async (_, { deskName }) =>
    linkInput.extend({ ...choiceInput(deskName).shape, timeZone: browserZone }),
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
  redirectTo: enter,
});
