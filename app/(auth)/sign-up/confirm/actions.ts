"use server";

import { z } from "zod";
import { confirmByCode, countCodeTry } from "@/lib/accounts/confirm";
import { codeInput } from "@/lib/accounts/input";
import { countResend, resendCode } from "@/lib/accounts/sign-up";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";
import { readSessionCookie } from "@/lib/entry/cookies";
import { browserZone, enter, requireSignUp } from "@/lib/entry/sign-up";

export const confirmCode = openAction({
  input: z.strictObject({ code: codeInput, timeZone: browserZone }),
  prepare: async () => {
    const proof = await requireSignUp();
    await countCodeTry(proof);
    return proof;
  },
  command: async (act, { code, timeZone }, proof) =>
    confirmByCode(act, proof, code, { timeZone, formerSessionId: await readSessionCookie() }),
  done: enter,
});

export const resend = openAction({
  input: z.strictObject({}),
  prepare: async () => {
    const proof = await requireSignUp();
    return { proof, isMailed: await countResend(proof, undefined, await clientNetwork()) };
  },
  command: async (act, _input, { proof, isMailed }) => (isMailed ? resendCode(act, proof) : undefined),
  done: () => "/sign-up/confirm?sent=again",
});
