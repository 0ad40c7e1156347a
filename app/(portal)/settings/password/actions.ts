"use server";

import { passwordChangeInput } from "@/lib/accounts/input";
import { changePassword, preparePasswordChange } from "@/lib/accounts/password-change";
import { signedInAction } from "@/lib/entry/action";
import { readSessionCookie } from "@/lib/session/cookies";

export const setOwnPassword = signedInAction({
  input: passwordChangeInput,
  secrets: ["currentPassword", "password"],
  prepare: async (input, actor) => ({
    password: await preparePasswordChange(actor, input),
    sessionId: await readSessionCookie(),
  }),
  command: (act, _input, { password, sessionId }) => changePassword(act, password, sessionId),
  redirectTo: () => "/settings/password?saved=1",
});
