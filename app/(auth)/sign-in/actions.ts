"use server";

import { z } from "zod";
import { signInInput } from "@/lib/accounts/input";
import { authenticate, openSession } from "@/lib/accounts/sessions";
import { openAction } from "@/lib/entry/action";
import { readSessionCookie, writeSessionCookie } from "@/lib/entry/cookies";
import { returnPath } from "@/lib/entry/return-path";

export const signIn = openAction({
  input: signInInput.extend({ next: z.string().max(2_000).optional() }),
  secrets: ["password"],
  prepare: input => authenticate(input),
  command: async (act, _input, personId) => openSession(act, personId, await readSessionCookie()),
  done: async (sessionId, { next }) => {
    await writeSessionCookie(sessionId);
    return returnPath(next);
  },
});
