"use server";

import { confirmByLink, prepareChoice } from "@/lib/accounts/confirm";
import { chooseInput, confirmLinkInput } from "@/lib/accounts/input";
import { publicAction } from "@/lib/entry/action";
import { tokenOf } from "@/lib/entry/links";
import { enter, requireSignUp } from "@/lib/entry/sign-up";
import { clientNetwork } from "@/lib/session/client";
import { readSessionCookie } from "@/lib/session/cookies";

/** In the browser that asked: the name and the password that were typed there are good. */
export const confirmHere = publicAction({
  input: confirmLinkInput,
  prepare: async ({ link }) => ({ token: await tokenOf("sign-up", link), proof: await requireSignUp() }),
  command: async (act, { timeZone }, { token, proof }) =>
    confirmByLink(act, token, { proof }, { timeZone, formerSessionId: await readSessionCookie() }),
  redirectTo: enter,
});

/** In any other: its reader chooses both. */
export const confirmElsewhere = publicAction({
  input: chooseInput,
  secrets: ["password"],
  prepare: async ({ link, ...wish }) => {
    const token = await tokenOf("sign-up", link);
    return { token, choice: await prepareChoice(token, wish, undefined, await clientNetwork()) };
  },
  command: async (act, { timeZone }, { token, choice }) =>
    confirmByLink(act, token, { choice }, { timeZone, formerSessionId: await readSessionCookie() }),
  redirectTo: enter,
});
