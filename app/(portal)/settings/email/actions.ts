"use server";

import { askForEmailChange, confirmEmailChange, prepareEmailChange } from "@/lib/accounts/email-change";
import { emailChangeInput } from "@/lib/accounts/input";
import { signedInAction } from "@/lib/entry/action";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";

export const askForEmail = signedInAction({
  input: emailChangeInput,
  secrets: ["currentPassword"],
  prepare: (input, actor) => prepareEmailChange(actor, input),
  command: (act, { email }, provenHash) => askForEmailChange(act, email, provenHash),
  redirectTo: () => "/settings?saved=asked",
});

export const confirmEmail = signedInAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("email", link),
  command: (act, _input, token) => confirmEmailChange(act, token),
  redirectTo: async () => {
    await forgetLink("email");
    return "/settings?saved=email";
  },
});
