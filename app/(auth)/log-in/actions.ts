"use server";

import { linkInput } from "@/lib/accounts/input";
import { logInByLink } from "@/lib/accounts/log-in-link";
import { publicAction } from "@/lib/entry/action";
import { forgetLink, tokenOf } from "@/lib/entry/links";
import { readSessionCookie, writeSessionCookie } from "@/lib/session/cookies";

export const logIn = publicAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("log-in", link),
  command: async (act, _input, token) => logInByLink(act, token, await readSessionCookie()),
  redirectTo: async sessionId => {
    await forgetLink("log-in");
    await writeSessionCookie(sessionId);
    return "/";
  },
});
