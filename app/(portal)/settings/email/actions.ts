"use server";

import { askForEmailChange, confirmEmailChange, prepareEmailChange } from "@/lib/accounts/email-change";
import { emailChangeInput } from "@/lib/accounts/input";
import { formAction } from "@/lib/entry/action";
import { forgetLink, linkInput, tokenOf } from "@/lib/entry/links";

export const askForEmail = formAction({
  input: emailChangeInput,
  secrets: ["currentPassword"],
  prepare: (input, actor) => prepareEmailChange(actor, input),
  command: (act, { email }, provenHash) => askForEmailChange(act, email, provenHash),
  done: () => "/settings?saved=asked",
});

export const confirmEmail = formAction({
  input: linkInput,
  prepare: ({ link }) => tokenOf("email", link),
  command: (act, _input, token) => confirmEmailChange(act, token),
  done: async () => {
    await forgetLink("email");
    return "/settings?saved=email";
  },
});
