"use server";

import { z } from "zod";
import { signedInAction } from "@/lib/entry/action";
import { markAllRead } from "@/lib/notifications/notices";

export const readAll = signedInAction({
  input: z.strictObject({}),
  command: act => markAllRead(act),
  redirectTo: () => "/notifications",
});
