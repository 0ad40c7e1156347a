"use server";

import { signedInAction } from "@/lib/entry/action";
import { choosePace, paceInput } from "@/lib/notifications/pace";
import { muteInput } from "@/lib/requests/input";
import { muteRequest } from "@/lib/requests/mute";

export const savePace = signedInAction({
  input: paceInput,
  command: choosePace,
  redirectTo: () => "/settings/notifications?saved=pace",
});

export const switchMute = signedInAction({
  input: muteInput,
  command: muteRequest,
  redirectTo: () => "/settings/notifications?saved=mute",
});
