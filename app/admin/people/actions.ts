"use server";

import { bringColleagueBack } from "@/lib/accounts/away";
import { changeRole } from "@/lib/accounts/role";
import { logOutEverywhere, restore, suspend } from "@/lib/accounts/suspension";
import { signedInAction } from "@/lib/entry/action";
import { colleagueAwayForm, personForm, roleForm, sendAwayByAdmin } from "@/lib/entry/people-forms";
import { readSessionCookie } from "@/lib/session/cookies";

const after =
  (done: string) =>
  (_: unknown, { person }: { person: string }) =>
    `/admin/people/${person}?done=${done}`;

export const setRole = signedInAction({
  input: roleForm,
  command: changeRole,
  redirectTo: after("role"),
});

export const shutOut = signedInAction({
  input: personForm,
  command: (act, { person }) => suspend(act, person),
  redirectTo: after("suspended"),
});

export const letIn = signedInAction({
  input: personForm,
  command: (act, { person }) => restore(act, person),
  redirectTo: after("restored"),
});

export const logOut = signedInAction({
  input: personForm,
  prepare: readSessionCookie,
  command: (act, { person }, own) => logOutEverywhere(act, person, own),
  redirectTo: after("logged_out"),
});

export const sendAway = signedInAction({
  input: colleagueAwayForm,
  command: sendAwayByAdmin,
  redirectTo: after("away"),
});

export const bringBack = signedInAction({
  input: personForm,
  command: (act, { person }) => bringColleagueBack(act, person),
  redirectTo: after("back"),
});
