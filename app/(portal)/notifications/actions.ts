"use server";

import { z } from "zod";
import { formAction } from "@/lib/entry/action";
import { markAllRead } from "@/lib/notifications/notices";

export const readAll = formAction({
  input: z.strictObject({}),
  command: act => markAllRead(act),
  done: () => "/notifications",
});
