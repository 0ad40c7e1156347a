"use server";

import { z } from "zod";
import { openAction } from "@/lib/entry/action";
import { writeMuteCookie } from "@/lib/entry/mute-cookie";
import { notFound } from "@/lib/errors";
import { readMuteToken } from "@/lib/notifications/mute-link";
import { muteByLink } from "@/lib/requests/mute";

export const switchByLink = openAction({
  // The token comes from the page and not from the cookie: another link may have been opened in another tab.
  input: z.strictObject({ token: z.string().max(200), muted: z.enum(["yes", "no"]) }),
  secrets: ["token"],
  command: async (act, { token, muted }) => {
    const link = await readMuteToken("page", token);
    if (!link) throw notFound();
    await muteByLink(act, link, muted === "yes");
  },
  done: async (_, { token }) => {
    await writeMuteCookie(token);
    return "/mute?done=1";
  },
});
