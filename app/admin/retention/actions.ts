"use server";

import { signedInAction } from "@/lib/entry/action";
import { previewForm, setRetentionForm, stopRetentionForm } from "@/lib/entry/retention-forms";
import { onlyAdmins } from "@/lib/only-admins";
import { setRetention, stopRetention } from "@/lib/retention/set";

const path = "/admin/retention";

export const preview = signedInAction({
  input: previewForm,
  command: async ({ actor }) => onlyAdmins(actor),
  redirectTo: (_, { rule, months }) => `${path}?rule=${rule}&months=${months}#${rule}`,
});

export const switchOn = signedInAction({
  input: setRetentionForm,
  command: setRetention,
  redirectTo: () => `${path}?done=on`,
});

export const switchOff = signedInAction({
  input: stopRetentionForm,
  command: stopRetention,
  redirectTo: () => `${path}?done=off`,
});
