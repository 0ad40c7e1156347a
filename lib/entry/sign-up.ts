import "server-only";
import { giveMailBack } from "../accounts/mail-limits";
import type { SignUpProof } from "../accounts/sign-up";
import { refuse } from "../refusal";
import { clientNetwork } from "../session/client";
import { clearSignUpCookie, readSignUpCookie, writeSessionCookie } from "../session/cookies";
import { forgetLink } from "./links";

/** The sign-up that this browser is in the middle of. @throws Refusal invalid, for none */
export async function requireSignUp(): Promise<SignUpProof> {
  const signUp = await readSignUpCookie();
  if (!signUp) throw refuse("sign_up.gone");
  return signUp.proof;
}

/** Lets somebody in who has just confirmed their address; returns where they were going. */
export async function enter(sessionId: string): Promise<string> {
  const signUp = await readSignUpCookie();
  await clearSignUpCookie();
  await forgetLink("sign-up");
  await giveMailBack(await clientNetwork());
  await writeSessionCookie(sessionId);
  return signUp?.next ?? "/";
}
