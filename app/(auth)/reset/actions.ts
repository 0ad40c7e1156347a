"use server";

import { emailOnlyInput } from "@/lib/accounts/input";
import { askForPasswordLink, countPasswordLink } from "@/lib/accounts/passwords";
import { openAction } from "@/lib/entry/action";

export const askForLink = openAction({
  input: emailOnlyInput,
  prepare: ({ email }) => countPasswordLink(email),
  command: (act, { email }) => askForPasswordLink(act, email),
  done: () => "/reset?sent=1",
});
