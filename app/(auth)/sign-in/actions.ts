"use server";

import { z } from "zod";
import { emailOnlyInput, signInInput } from "@/lib/accounts/input";
import { askForLogInLink } from "@/lib/accounts/log-in-link";
import { mayMail } from "@/lib/accounts/mail-limits";
import { actorOfSession } from "@/lib/accounts/sessions";
import { publicAction } from "@/lib/entry/action";
import { logIn } from "@/lib/entry/nextauth";
import { wayIn } from "@/lib/entry/way-in";
import { clientNetwork } from "@/lib/session/client";
import { writeSessionCookie } from "@/lib/session/cookies";
import { returnPath } from "@/lib/session/return-path";

const next = z.string().max(2_000).optional();
const byPassword = signInInput.extend({ by: z.undefined().optional(), next });
const byLink = emailOnlyInput.extend({
  by: z.literal("link"),
  password: z.string().max(1_000).optional(),
  next,
});

/** With the password, or by asking for a link by mail: two buttons of one form, so that the address is typed once. */
export const signIn = publicAction({
  input: async data => (data.get("by") === "link" ? byLink : byPassword),
  secrets: ["password"],
  prepare: async wish =>
    wish.by === "link"
      ? { isMailed: await mayMail("log-in link", wish.email, await clientNetwork()) }
      : { sessionId: await logIn({ email: wish.email, password: wish.password }) },
  command: async (act, { email, next }, prepared) => {
    if (prepared.isMailed) await askForLogInLink(act, email, returnPath(next));
    return prepared.sessionId;
  },
  redirectTo: async (sessionId, { next }) => {
    if (sessionId === undefined) return `/sign-in?link=sent&next=${encodeURIComponent(returnPath(next))}`;
    await writeSessionCookie(sessionId);
    return wayIn(next, () => actorOfSession(sessionId));
  },
});
