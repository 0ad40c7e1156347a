"use server";

import { formAction } from "@/lib/entry/action";
import { choosePace, paceInput } from "@/lib/notifications/pace";
import { muteInput } from "@/lib/requests/input";
import { muteRequest } from "@/lib/requests/mute";

export const savePace = formAction({
  input: paceInput,
  command: choosePace,
  done: () => "/settings/notifications?saved=pace",
});

export const switchMute = formAction({
  input: muteInput,
  command: muteRequest,
  done: () => "/settings/notifications?saved=mute",
});
