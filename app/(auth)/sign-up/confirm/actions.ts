"use server";

import { z } from "zod";
import { confirmByCode, countCodeTry } from "@/lib/accounts/confirm";
import { codeInput } from "@/lib/accounts/input";
import { countResend, resendCode } from "@/lib/accounts/sign-up";
import { publicAction } from "@/lib/entry/action";
import { browserZone, enter, requireSignUp } from "@/lib/entry/sign-up";
import { clientNetwork } from "@/lib/session/client";
import { readSessionCookie } from "@/lib/session/cookies";

export const confirmCode = publicAction({
  input: z.strictObject({ code: codeInput, timeZone: browserZone }),
  prepare: async () => {
    const proof = await requireSignUp();
    await countCodeTry(proof);
    return proof;
  },
  command: async (act, { code, timeZone }, proof) =>
    confirmByCode(act, proof, code, { timeZone, formerSessionId: await readSessionCookie() }),
  redirectTo: enter,
});

export const resend = publicAction({
  input: z.strictObject({}),
  prepare: async () => {
    const proof = await requireSignUp();
    return { proof, isMailed: await countResend(proof, undefined, await clientNetwork()) };
  },
  command: async (act, _input, { proof, isMailed }) => (isMailed ? resendCode(act, proof) : undefined),
  redirectTo: () => "/sign-up/confirm?sent=again",
});
