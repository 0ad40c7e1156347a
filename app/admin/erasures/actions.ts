"use server";

import { signedInAction } from "@/lib/entry/action";
import { askForErasure, findPerson, withdrawErasure } from "@/lib/erasures/ask";
import { askForErasureInput, findPersonInput, personInput } from "@/lib/erasures/input";

export const find = signedInAction({
  input: findPersonInput,
  command: findPerson,
  redirectTo: id => `/admin/people/${id}/erase`,
});

export const ask = signedInAction({
  input: askForErasureInput,
  command: askForErasure,
  redirectTo: () => "/admin/erasures?done=asked",
});

export const withdraw = signedInAction({
  input: personInput,
  command: withdrawErasure,
  redirectTo: () => "/admin/erasures?done=withdrawn",
});
