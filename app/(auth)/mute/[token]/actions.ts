"use server";

import { z } from "zod";
import { openAction } from "@/lib/entry/action";
import { notFound } from "@/lib/errors";
import { readMuteToken } from "@/lib/notifications/mute-link";
import { muteByLink } from "@/lib/requests/mute";

export const switchByLink = openAction({
  input: z.strictObject({ token: z.string().max(200), muted: z.enum(["yes", "no"]) }),
  command: async (act, { token, muted }) => {
    const link = readMuteToken(token);
    if (!link) throw notFound();
    await muteByLink(act, link, muted === "yes");
  },
  done: (_, { token }) => `/mute/${token}?done=1`,
});
