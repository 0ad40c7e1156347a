import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { afterlife, sessionDays } from "../accounts/sessions";
import type { SignUpProof } from "../accounts/sign-up";
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

const signUpProof = z.strictObject({ id: z.uuid(), secret: z.string() });
const signUpCookie = () => cookieName("lodge-sign-up");

export type SignUpInProgress = { proof: SignUpProof; next: string };

/** Remembers which sign-up this browser is in the middle of, how it proves that, and where it was going. */
export async function writeSignUpCookie({ proof, next }: SignUpInProgress): Promise<void> {
  const token = await encode({
    token: { signUp: proof, next },
    secret: env().NEXTAUTH_SECRET,
    maxAge: 3_600,
  });
  (await cookies()).set(signUpCookie(), token, { ...cookieOptions(), maxAge: 3_600 });
}

export async function readSignUpCookie(): Promise<SignUpInProgress | null> {
  const token = (await cookies()).get(signUpCookie())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const proof = signUpProof.safeParse(claims?.signUp);
  return proof.success ? { proof: proof.data, next: returnPath(claims?.next) } : null;
}

export async function clearSignUpCookie(): Promise<void> {
  (await cookies()).delete({ name: signUpCookie(), ...cookieOptions() });
}
