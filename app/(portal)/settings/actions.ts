"use server";

import { profileInput } from "@/lib/accounts/input";
import { changeProfile } from "@/lib/accounts/profile";
import { formAction } from "@/lib/entry/action";

export const saveProfile = formAction({
  input: profileInput,
  command: changeProfile,
  done: () => "/settings?saved=profile",
});
