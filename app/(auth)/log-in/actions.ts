"use server";

import { logInByLink } from "@/lib/accounts/log-in-link";
import { publicAction } from "@/lib/entry/action";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";
import { readSessionCookie, writeSessionCookie } from "@/lib/session/cookies";
import { returnPath } from "@/lib/session/return-path";

export const logIn = publicAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("log-in", link),
  command: async (act, _input, token) => logInByLink(act, token, await readSessionCookie()),
  redirectTo: async ({ sessionId, next }) => {
    await forgetLink("log-in");
    await writeSessionCookie(sessionId);
    return returnPath(next);
  },
});
