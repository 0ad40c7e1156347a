"use server";

import { z } from "zod";
import { signedInAction } from "@/lib/entry/action";
import { shortcutsForm } from "@/lib/entry/shortcut-forms";
import { keepShortcuts, resetShortcuts } from "@/lib/shortcuts/own";

export const save = signedInAction({
  input: shortcutsForm,
  command: keepShortcuts,
  redirectTo: () => "/settings/keyboard?saved=own",
});

export const reset = signedInAction({
  input: z.strictObject({}),
  command: act => resetShortcuts(act),
  redirectTo: () => "/settings/keyboard?saved=reset",
});
