"use server";

import { logInInput, logInLinkInput } from "@/lib/accounts/input";
import { askForLogInLink } from "@/lib/accounts/log-in-link";
import { mayMail } from "@/lib/accounts/mail-limits";
import { authenticate, openProvenSession } from "@/lib/accounts/sessions";
import { publicAction } from "@/lib/entry/action";
import { readCaller } from "@/lib/session/caller";
import { readSessionCookie, writeSessionCookie } from "@/lib/session/cookies";
import { returnPath } from "@/lib/session/return-path";

/** With the password, or by asking for a link by mail: two buttons of one form, so that the address is typed once. */
export const signIn = publicAction({
  input: async data => (data.get("by") === "link" ? logInLinkInput : logInInput),
  secrets: ["password"],
  prepare: async wish => {
    const caller = await readCaller();
    return wish.by === "link"
      ? { isMailed: await mayMail("log-in link", wish.email, caller.network) }
      : { proven: await authenticate(wish, caller) };
  },
  command: async (act, { email }, { proven, isMailed }) => {
    if (isMailed) await askForLogInLink(act, email);
    return proven ? openProvenSession(act, proven, await readSessionCookie()) : null;
  },
  redirectTo: async (sessionId, { next }) => {
    const goTo = returnPath(next);
    if (sessionId === null) return `/sign-in?link=sent&next=${encodeURIComponent(goTo)}`;
    await writeSessionCookie(sessionId);
    return goTo;
  },
});
