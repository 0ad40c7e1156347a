import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { type SignInInput, signInInput } from "../accounts/input";
import { authenticate, endSession, openProvenSession } from "../accounts/sessions";
import { system } from "../actor";
import { env } from "../env";
import { logInfo } from "../log";
import { refuse } from "../refusal";
import { clientNetwork } from "../session/client";
import {
  cookieOptions,
  readDevices,
  readSessionCookie,
  rememberDevice,
  sessionCookieName,
  sessionCookieSeconds,
} from "../session/cookies";
import { returnPath } from "../session/return-path";
import { perform } from "./perform";

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/**
 * Ends this browser's previous session and returns the new session's id.
 * @throws Refusal invalid, forbidden (suspended), too_many
 */
export async function logIn(input: SignInInput): Promise<string> {
  const caller = { network: await clientNetwork(), devices: await readDevices() };
  const proven = await authenticate(input, caller);
  return perform(system("front_door"), async act =>
    openProvenSession(act, proven, await readSessionCookie()),
  );
}

/** The error of one request, which NextAuth would put into an address or ignore. */
export type Met = { error?: unknown };

type Opened = { id: string };

const byPassword = (met: Met) =>
  Credentials({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (credentials): Promise<Opened | null> => {
      const input = signInInput.safeParse({ email: credentials?.email, password: credentials?.password });
      try {
        if (!input.success) throw refuse("log_in.wrong");
        const id = await logIn(input.data);
        await rememberDevice(id);
        return { id };
      } catch (error) {
        met.error = error;
        return null;
      }
    },
  });

/** The token names only a session row; the person and their rights are read from that row. */
export function authOptions(met: Met, providers: NextAuthOptions["providers"] = [byPassword(met)]) {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionCookieSeconds },
    jwt: { maxAge: sessionCookieSeconds },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    // NextAuth's own logger prints a stack for each foreign cookie.
    logger: {
      error: code => logInfo("NextAuth refused something", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers,
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      redirect: ({ url }) => `${env().APP_URL}${returnPath(url.replace(env().APP_URL, ""))}`,
    },
    events: {
      signOut: async ({ token }) => {
        const sid = token?.sid;
        // NextAuth would report a log-out even if the session could not be ended.
        if (sid)
          await perform(system("front_door"), act => endSession(act, sid)).catch((error: unknown) => {
            met.error = error;
          });
      },
    },
  } satisfies NextAuthOptions;
}
