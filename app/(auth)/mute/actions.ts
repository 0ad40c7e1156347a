"use server";

import { publicAction } from "@/lib/entry/action";
import { linkInput, rememberLink, tokenOf } from "@/lib/entry/links";
import { yesOrNo } from "@/lib/entry/request-forms";
import { notFound } from "@/lib/refusal";
import { readMuteToken } from "@/lib/rendering/mute-link";
import { muteByLink } from "@/lib/requests/mute";

export const switchByLink = publicAction({
  input: linkInput.extend({ muted: yesOrNo }),
  prepare: async ({ link }) => {
    const opened = await readMuteToken("page", await tokenOf("mute", link));
    if (!opened) throw notFound();
    return opened;
  },
  command: (act, { muted }, opened) => muteByLink(act, opened, muted),
  redirectTo: async (_, { link }) => {
    // The page that follows is about this link, not about one that was opened in another tab.
    await rememberLink("mute", await tokenOf("mute", link));
    return "/mute?done=1";
  },
});
