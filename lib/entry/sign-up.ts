import "server-only";
import { z } from "zod";
import type { Joined } from "../accounts/join";
import { giveMailBack } from "../accounts/mail-limits";
import type { SignUpProof } from "../accounts/sign-up";
import { readTimeZone } from "../accounts/time-zones";
import { refuse } from "../refusal";
import { clientNetwork } from "../session/client";
import { clearSignUpCookie, readSignUpCookie, writeSessionCookie } from "../session/cookies";
import { forgetLink } from "./links";

/** The browser's time zone; null if unknown, because nobody typed it. */
export const browserZone = z
  .string()
  .optional()
  .transform(wish => (wish === undefined ? null : readTimeZone(wish.slice(0, 100))));

/** @throws Refusal invalid if no sign-up is in progress in this browser */
export async function requireSignUp(): Promise<SignUpProof> {
  const signUp = await readSignUpCookie();
  if (!signUp) throw refuse("sign_up.gone");
  return signUp.proof;
}

/** Returns where they were going. */
export async function enter(sessionId: string): Promise<string> {
  const signUp = await readSignUpCookie();
  await clearSignUpCookie();
  await forgetLink("sign-up");
  await giveMailBack(await clientNetwork());
  await writeSessionCookie(sessionId);
  return signUp?.next ?? "/";
}

/** Agents begin where they work. */
export async function enterAfterJoining({ sessionId, role }: Joined): Promise<string> {
  const next = await enter(sessionId);
  await forgetLink("join");
  return role === "customer" ? next : "/agent";
}
