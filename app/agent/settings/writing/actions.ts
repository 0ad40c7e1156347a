"use server";

import { keepWriting } from "@/lib/desk/writing";
import { signedInAction } from "@/lib/entry/action";
import { writingForm } from "@/lib/entry/choice-forms";
import { writingPath } from "@/lib/requests/view";

export const save = signedInAction({
  input: writingForm,
  command: keepWriting,
  redirectTo: () => `${writingPath}?saved=yes`,
});
