"use server";

import { addList, archiveList, changeList, shiftList, translateList } from "@/lib/choice-lists/lists";
import { signedInAction } from "@/lib/entry/action";
import {
  addListForm,
  archiveListForm,
  changeListForm,
  shiftListForm,
  translateListForm,
} from "@/lib/entry/choice-list-forms";

const path = "/admin/lists";

export const add = signedInAction({
  input: addListForm,
  command: (act, input) => addList(act, input),
  redirectTo: slug => `${path}/${slug}?done=added`,
});

export const change = signedInAction({
  input: changeListForm,
  command: changeList,
  redirectTo: (_, { slug }) => `${path}/${slug}?done=changed`,
});

export const translate = signedInAction({
  input: translateListForm,
  command: translateList,
  redirectTo: (_, { slug, language }) => `${path}/${slug}/translations?language=${language}&done=translated`,
});

export const shift = signedInAction({
  input: shiftListForm,
  command: shiftList,
  staysOnPage: true,
  redirectTo: () => path,
});

export const archive = signedInAction({
  input: archiveListForm,
  command: archiveList,
  redirectTo: (_, { isArchived }) => `${path}?done=${isArchived ? "archived" : "restored"}`,
});
