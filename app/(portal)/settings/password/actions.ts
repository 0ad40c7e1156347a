"use server";

import { passwordChangeInput } from "@/lib/accounts/input";
import { changePassword, preparePasswordChange } from "@/lib/accounts/password-change";
import { formAction } from "@/lib/entry/action";
import { readSessionCookie } from "@/lib/entry/cookies";

export const setOwnPassword = formAction({
  input: passwordChangeInput,
  secrets: ["currentPassword", "password"],
  prepare: async (input, actor) => ({
    password: await preparePasswordChange(actor, input),
    sessionId: await readSessionCookie(),
  }),
  command: (act, _input, { password, sessionId }) => changePassword(act, password, sessionId),
  done: () => "/settings/password?saved=1",
});
