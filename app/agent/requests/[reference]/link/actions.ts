"use server";

import { signedInAction } from "@/lib/entry/action";
import { linkForm, sendLink } from "@/lib/entry/link-forms";
import { goingOn } from "@/lib/entry/onward";
import { requestPath } from "@/lib/requests/view";
import type { DeskSettings } from "@/lib/settings";

export const link = signedInAction({
  input: async (_: FormData, settings: DeskSettings) => linkForm(settings),
  ...goingOn(),
  command: sendLink,
  redirectTo: (_, { reference }) => `${requestPath(reference, "agent")}#linked`,
});
