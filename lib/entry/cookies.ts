import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { afterlife, sessionDays } from "../accounts/sessions";
import { env } from "../env";
import { cookieName, cookieOptions } from "./cookie-name";
import { rememberDevice } from "./device-cookie";
import { returnPath } from "./return-path";

// The row decides when a session is over; the cookie outlives it a little, so that it can say whose it was.
const maxAge = sessionDays * 86_400 + afterlife / 1_000;

export const sessionCookieName = () => cookieName("lodge-session");

/** Puts the session into the same signed cookie that NextAuth reads and writes. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({ token: { sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge });
  (await cookies()).set(sessionCookieName(), token, { ...cookieOptions(), maxAge });
  await rememberDevice(sessionId);
}

/** The id of the session the browser brings, if the cookie is one of ours. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...cookieOptions() });
}

const signUpCookie = () => cookieName("lodge-sign-up");

export type SignUpInProgress = { id: string; next: string };

/** Remembers which sign-up this browser is in the middle of, and where it was going. */
export async function writeSignUpCookie({ id, next }: SignUpInProgress): Promise<void> {
  const token = await encode({ token: { signUp: id, next }, secret: env().NEXTAUTH_SECRET, maxAge: 3_600 });
  (await cookies()).set(signUpCookie(), token, { ...cookieOptions(), maxAge: 3_600 });
}

export async function readSignUpCookie(): Promise<SignUpInProgress | null> {
  const token = (await cookies()).get(signUpCookie())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return typeof claims?.signUp === "string" ? { id: claims.signUp, next: returnPath(claims.next) } : null;
}

export async function clearSignUpCookie(): Promise<void> {
  (await cookies()).delete({ name: signUpCookie(), ...cookieOptions() });
}
