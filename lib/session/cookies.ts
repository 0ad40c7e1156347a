import "server-only";
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { askedLanguage, noteAskedLanguage } from "../accounts/asked-language";
import { deviceName } from "../accounts/device-names";
import { deviceDays, deviceOf, maxDevices, newDevice } from "../accounts/devices";
import { afterlife, noteDevice, sessionDays } from "../accounts/sessions";
import type { SignUpProof } from "../accounts/sign-up";
import { now } from "../clock";
import { env, isHttps } from "../env";
import { sessionOf } from "../gate/session";
import { readAskedTags } from "./asked";
import { recentCookie } from "./recent-searches";
import { returnPath } from "./return-path";

// Outlives the session's row a little, so that the desk can tell whose session expired.
export const sessionCookieSeconds = sessionDays * 86_400 + afterlife / 1_000;

/** With the __Host- prefix, browsers refuse the cookie from any other host or without TLS (RFC 6265bis). */
export const nameOf = (name: string) => (isHttps() ? `__Host-${name}` : name);
export const sessionCookieName = () => nameOf("lodge-session");
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isHttps(),
});

export async function writeSessionCookie(sessionId: string): Promise<void> {
  const maxAge = sessionCookieSeconds;
  const token = await encode({ token: { sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge });
  (await cookies()).set(sessionCookieName(), token, { ...cookieOptions(), maxAge });
  await rememberDevice(sessionId);
}

export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? sessionOf(token) : null;
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...cookieOptions() });
  (await cookies()).delete(recentCookie);
}

const signUpProof = z.strictObject({ id: z.uuid(), secret: z.string() });
const signUpCookie = () => nameOf("lodge-sign-up");

export type SignUpInProgress = { proof: SignUpProof; next: string };

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

const deviceCookie = () => nameOf("lodge-devices");

/** Newest first. They outlive sessions and logging out. */
export async function readDevices(): Promise<string[]> {
  const kept = (await cookies()).get(deviceCookie())?.value ?? "";
  return kept.split("~", maxDevices);
}

/** At each log-in, in whatever way: what the browser says of itself. */
export async function rememberDevice(sessionId: string): Promise<void> {
  const sent = await headers();
  const personId = await noteDevice(sessionId, deviceName(sent.get("user-agent") ?? ""));
  const language = askedLanguage(await readAskedTags());
  // After the answer: nobody waits for it.
  if (language) after(() => noteAskedLanguage(personId, language));
  const at = now();
  const others = (await readDevices()).filter(proof => proof && !deviceOf(personId, [proof], at));
  const kept = [newDevice(personId, at), ...others].slice(0, maxDevices);
  (await cookies()).set(deviceCookie(), kept.join("~"), { ...cookieOptions(), maxAge: deviceDays * 86_400 });
}
