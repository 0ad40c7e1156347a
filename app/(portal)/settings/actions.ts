"use server";

import { profileInput } from "@/lib/accounts/input";
import { changeProfile } from "@/lib/accounts/profile";
import { signedInAction } from "@/lib/entry/action";

export const saveProfile = signedInAction({
  input: profileInput,
  command: changeProfile,
  redirectTo: () => "/settings?saved=profile",
});
