"use server";

import { logInByLink } from "@/lib/accounts/log-in-link";
import { actorOfSession } from "@/lib/accounts/sessions";
import { publicAction } from "@/lib/entry/action";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";
import { wayIn } from "@/lib/entry/way-in";
import { readSessionCookie, writeSessionCookie } from "@/lib/session/cookies";

export const logIn = publicAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("log-in", link),
  command: async (act, _input, token) => logInByLink(act, token, await readSessionCookie()),
  redirectTo: async ({ sessionId, next }) => {
    await forgetLink("log-in");
    await writeSessionCookie(sessionId);
    return wayIn(next, () => actorOfSession(sessionId));
  },
});
