"use server";

import { readAllInput } from "@/lib/bell/input";
import { markAllRead } from "@/lib/bell/notices";
import { signedInAction } from "@/lib/entry/action";

export const readAll = signedInAction({
  input: readAllInput,
  command: markAllRead,
  redirectTo: () => "/notifications",
});
