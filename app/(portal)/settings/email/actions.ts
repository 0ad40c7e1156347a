"use server";

import { askForEmailChange, confirmEmailChange, prepareEmailChange } from "@/lib/accounts/email-change";
import { emailChangeInput, linkInput } from "@/lib/accounts/input";
import { formAction } from "@/lib/entry/action";

export const askForEmail = formAction({
  input: emailChangeInput,
  secrets: ["currentPassword"],
  prepare: (input, actor) => prepareEmailChange(actor, input),
  command: (act, { email }, provenHash) => askForEmailChange(act, email, provenHash),
  done: () => "/settings?saved=asked",
});

export const confirmEmail = formAction({
  input: linkInput,
  command: (act, { token }) => confirmEmailChange(act, token),
  done: () => "/settings?saved=email",
});
