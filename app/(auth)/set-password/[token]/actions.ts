"use server";

import { newPasswordInput } from "@/lib/accounts/input";
import { setPassword } from "@/lib/accounts/passwords";
import { openAction } from "@/lib/entry/action";
import { clearSessionCookie } from "@/lib/entry/cookies";

export const setNewPassword = openAction({
  input: newPasswordInput,
  secrets: ["password"],
  command: (act, input) => setPassword(act, input),
  done: async () => {
    await clearSessionCookie();
    return "/sign-in?changed=1";
  },
});
