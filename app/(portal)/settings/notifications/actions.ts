"use server";

import { signedInAction } from "@/lib/entry/action";
import { muteForm } from "@/lib/entry/request-forms";
import { choosePace, paceInput } from "@/lib/notifications/pace";
import { muteRequest } from "@/lib/requests/mute";

export const savePace = signedInAction({
  input: paceInput,
  command: choosePace,
  redirectTo: () => "/settings/notifications?saved=pace",
});

export const switchMute = signedInAction({
  input: muteForm,
  command: muteRequest,
  redirectTo: () => "/settings/notifications?saved=mute",
});
