"use server";

import { z } from "zod";
import { markAllRead } from "@/lib/bell/notices";
import { signedInAction } from "@/lib/entry/action";

export const readAll = signedInAction({
  input: z.strictObject({}),
  command: act => markAllRead(act),
  redirectTo: () => "/notifications",
});
