"use server";

import { z } from "zod";
import { countAccountInvitations } from "@/lib/accounts/account-invitations";
import { signedInAction } from "@/lib/entry/action";
import { listedForm, listForm } from "@/lib/entry/people-forms";
import { decodeSentList } from "@/lib/people/list-text";
import { dropList, inviteListed, keepList } from "@/lib/people/listed";

const path = "/admin/people/invitations";

export const readListOf = signedInAction({
  input: listForm,
  file: "list",
  prepare: (_, actor, file) => decodeSentList(actor, file),
  command: (act, choices, list) => keepList(act, { ...choices, list }),
  redirectTo: () => `${path}/list#preview`,
});

export const inviteList = signedInAction({
  input: listedForm,
  prepare: ({ expected }, actor) => countAccountInvitations(actor, expected),
  command: inviteListed,
  redirectTo: ({ leftOut }) => `${path}?done=${leftOut > 0 ? `left-out&count=${leftOut}` : "invited"}`,
});

export const discardList = signedInAction({
  input: z.strictObject({}),
  command: dropList,
  redirectTo: () => `${path}?done=dropped`,
});
