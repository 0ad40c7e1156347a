"use server";

import { signedInAction } from "@/lib/entry/action";
import { choicesForm } from "@/lib/entry/choice-forms";
import { keepChoices } from "@/lib/notifications/choices";
import { choicesPath } from "@/lib/requests/view";

export const save = signedInAction({
  input: choicesForm,
  command: keepChoices,
  redirectTo: () => `${choicesPath}?saved=yes`,
});
