"use server";

import { logInByLink } from "@/lib/accounts/log-in-link";
import { openAction } from "@/lib/entry/action";
import { readSessionCookie, writeSessionCookie } from "@/lib/entry/cookies";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";

export const logIn = openAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("log-in", link),
  command: async (act, _input, token) => logInByLink(act, token, await readSessionCookie()),
  done: async sessionId => {
    await forgetLink("log-in");
    await writeSessionCookie(sessionId);
    return "/";
  },
});
