"use server";

import { linkInput } from "@/lib/accounts/input";
import { formAction } from "@/lib/entry/action";
import { acceptInvitation } from "@/lib/sharing/accept";

export const accept = formAction({
  input: linkInput,
  command: acceptInvitation,
  done: reference => `/requests/${reference}`,
});
