"use server";

import { signedInAction } from "@/lib/entry/action";
import { archiveTagForm, shiftTagForm } from "@/lib/entry/tag-forms";
import { addTagInput, changeTagInput } from "@/lib/tags/input";
import { addTag, archiveTag, changeTag, shiftTag } from "@/lib/tags/tags";

const path = "/admin/tags";
const after = (done: string) => () => `${path}?done=${done}`;

export const add = signedInAction({ input: addTagInput, command: addTag, redirectTo: after("added") });

export const change = signedInAction({
  input: changeTagInput,
  command: changeTag,
  redirectTo: after("changed"),
});

export const shift = signedInAction({
  input: shiftTagForm,
  command: shiftTag,
  staysOnPage: true,
  redirectTo: () => path,
});

export const archive = signedInAction({
  input: archiveTagForm,
  command: archiveTag,
  redirectTo: (_, { isArchived }) => `${path}?done=${isArchived ? "archived" : "restored"}`,
});
