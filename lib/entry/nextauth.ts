import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signInInput } from "../accounts/input";
import {
  actorOfSession,
  authenticate,
  endSession,
  openProvenSession,
  sessionDays,
} from "../accounts/sessions";
import { system } from "../actor";
import { env } from "../env";
import { logInfo } from "../log";
import { isTooMany, Refusal } from "../refusal";
import { readCaller } from "../session/caller";
import { cookieOptions, readSessionCookie, sessionCookieName } from "../session/cookies";
import { returnPath } from "../session/return-path";
import { perform } from "./perform";

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** What came in the way of a log-in, which NextAuth has no words for. One for each request. */
export type Met = { tooMany?: Refusal };

/** The token names a session row and nothing else; who that is and whether they still may is read from the row. */
export function authOptions(met: Met): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/", verifyRequest: "/" },
    // It would print a stack for each cookie that is not ours.
    logger: {
      error: code => logInfo("NextAuth refused something", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async credentials => {
          const input = signInInput.safeParse({ email: credentials?.email, password: credentials?.password });
          if (!input.success) return null;
          try {
            const proven = await authenticate(input.data, await readCaller());
            return {
              id: await perform(system, async act =>
                openProvenSession(act, proven, await readSessionCookie()),
              ),
            };
          } catch (error) {
            if (isTooMany(error)) met.tooMany = error;
            if (error instanceof Refusal) return null;
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: async ({ session, token }) => {
        const actor = token.sid ? await actorOfSession(token.sid) : null;
        return { expires: session.expires, ...(actor && { user: { name: actor.name, email: actor.email } }) };
      },
      redirect: ({ url }) => `${env().APP_URL}${returnPath(url.replace(env().APP_URL, ""))}`,
    },
    events: {
      signOut: async ({ token }) => {
        const sid = token?.sid;
        if (sid) await perform(system, act => endSession(act, sid));
      },
    },
  };
}
