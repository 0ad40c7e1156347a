"use server";

import { linkInput } from "@/lib/accounts/input";
import { logInByLink } from "@/lib/accounts/log-in-link";
import { openAction } from "@/lib/entry/action";
import { readSessionCookie, writeSessionCookie } from "@/lib/entry/cookies";
import { forgetLink, tokenOf } from "@/lib/entry/links";
import { returnPath } from "@/lib/entry/return-path";

export const logIn = openAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("log-in", link),
  command: async (act, _input, token) => logInByLink(act, token, await readSessionCookie()),
  done: async ({ sessionId, next }) => {
    await forgetLink("log-in");
    await writeSessionCookie(sessionId);
    return returnPath(next);
  },
});
