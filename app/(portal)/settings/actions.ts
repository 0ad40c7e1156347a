"use server";

import { changeProfile } from "@/lib/accounts/profile";
import { signedInAction } from "@/lib/entry/action";
import { profileForm } from "@/lib/entry/profile-forms";

export const saveProfile = signedInAction({
  input: profileForm,
  command: changeProfile,
  redirectTo: () => "/settings?saved=profile",
});
