"use server";

import { z } from "zod";
import { codeInput, confirmLinkInput } from "@/lib/accounts/input";
import { giveMailBack } from "@/lib/accounts/mail-limits";
import { confirmByCode, confirmByLink, countCodeTry, countResend, resendCode } from "@/lib/accounts/sign-up";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";
import { clearSignUpCookie, readSignUpCookie, writeSessionCookie } from "@/lib/entry/cookies";
import { Refusal } from "@/lib/errors";

async function signUpInProgress(): Promise<string> {
  const signUp = await readSignUpCookie();
  if (!signUp) throw new Refusal("invalid", "This sign-up has run out. Please sign up again.");
  return signUp.id;
}

async function enter(sessionId: string): Promise<string> {
  const signUp = await readSignUpCookie();
  await clearSignUpCookie();
  await giveMailBack(await clientNetwork());
  await writeSessionCookie(sessionId);
  return signUp?.next ?? "/";
}

export const confirmCode = openAction({
  input: codeInput,
  prepare: async () => {
    const id = await signUpInProgress();
    await countCodeTry(id);
    return id;
  },
  command: (act, { code, timeZone }, id) => confirmByCode(act, id, code, timeZone),
  done: enter,
});

export const confirmLink = openAction({
  input: confirmLinkInput,
  command: (act, { token, timeZone }) => confirmByLink(act, token, timeZone),
  done: enter,
});

export const resend = openAction({
  input: z.strictObject({}),
  prepare: async () => {
    const id = await signUpInProgress();
    return { id, isMailed: await countResend(id, undefined, await clientNetwork()) };
  },
  command: async (act, _input, { id, isMailed }) => (isMailed ? resendCode(act, id) : undefined),
  done: () => "/sign-up/confirm?sent=again",
});
