"use server";

import { z } from "zod";
import { logInByLink } from "@/lib/accounts/log-in-link";
import { openAction } from "@/lib/entry/action";
import { writeSessionCookie } from "@/lib/entry/cookies";
import { clearLogInLinkCookie, readLogInLinkCookie } from "@/lib/entry/log-in-link-cookie";

export const logIn = openAction({
  input: z.strictObject({}),
  prepare: () => readLogInLinkCookie(),
  command: (act, _input, token) => logInByLink(act, token),
  done: async sessionId => {
    await clearLogInLinkCookie();
    await writeSessionCookie(sessionId);
    return "/";
  },
});
