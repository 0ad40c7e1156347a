"use server";

import { newPasswordInput } from "@/lib/accounts/input";
import { prepareNewPassword, setPassword } from "@/lib/accounts/passwords";
import { openAction } from "@/lib/entry/action";
import { clientNetwork } from "@/lib/entry/client";
import { clearSessionCookie, readSessionCookie } from "@/lib/entry/cookies";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";

export const setNewPassword = openAction({
  input: linkInput.extend({ password: newPasswordInput }),
  secrets: ["password"],
  prepare: async ({ link, password }) =>
    prepareNewPassword(
      { token: await tokenOf("password", link), password },
      undefined,
      await clientNetwork(),
    ),
  command: async (act, _input, prepared) => setPassword(act, prepared, await readSessionCookie()),
  done: async () => {
    await forgetLink("password");
    await clearSessionCookie();
    return "/sign-in?changed=1";
  },
});
