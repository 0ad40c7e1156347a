"use server";

import { signedInAction } from "@/lib/entry/action";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";
import { acceptInvitation } from "@/lib/sharing/accept";

export const accept = signedInAction({
  input: linkInput,
  prepare: async ({ link }) => ({ token: await tokenOf("invitation", link) }),
  command: (act, _input, invitation) => acceptInvitation(act, invitation),
  redirectTo: async reference => {
    await forgetLink("invitation");
    return `/requests/${reference}`;
  },
});
