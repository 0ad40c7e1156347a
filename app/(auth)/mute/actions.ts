"use server";

import { z } from "zod";
import { publicAction } from "@/lib/entry/action";
import { linkInput, rememberLink, tokenOf } from "@/lib/entry/links";
import { readMuteToken } from "@/lib/notifications/mute-link";
import { notFound } from "@/lib/refusal";
import { muteByLink } from "@/lib/requests/mute";

export const switchByLink = publicAction({
  input: linkInput.extend({ muted: z.enum(["yes", "no"]) }),
  prepare: async ({ link }) => {
    const opened = await readMuteToken("page", await tokenOf("mute", link));
    if (!opened) throw notFound();
    return opened;
  },
  command: (act, { muted }, opened) => muteByLink(act, opened, muted === "yes"),
  redirectTo: async (_, { link }) => {
    // The page that follows is about this link, not about one that was opened in another tab.
    await rememberLink("mute", await tokenOf("mute", link));
    return "/mute?done=1";
  },
});
