"use server";

import { newPasswordInput } from "@/lib/accounts/input";
import { prepareNewPassword, setPassword } from "@/lib/accounts/passwords";
import { publicAction } from "@/lib/entry/action";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";
import { clientNetwork } from "@/lib/session/client";
import { clearSessionCookie, readSessionCookie } from "@/lib/session/cookies";
import { returnPath } from "@/lib/session/return-path";

export const setNewPassword = publicAction({
  input: linkInput.extend({ password: newPasswordInput }),
  secrets: ["password"],
  prepare: async ({ link, password }) =>
    prepareNewPassword(
      { token: await tokenOf("password", link), password },
      undefined,
      await clientNetwork(),
    ),
  command: async (act, _input, prepared) => setPassword(act, prepared, await readSessionCookie()),
  redirectTo: async next => {
    await forgetLink("password");
    await clearSessionCookie();
    return `/sign-in?changed=1&next=${encodeURIComponent(returnPath(next))}`;
  },
});
