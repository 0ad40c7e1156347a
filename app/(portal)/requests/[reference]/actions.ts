"use server";

import { chooseOrder } from "@/lib/accounts/order";
import { formAction } from "@/lib/entry/action";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { commentInput, editInput, moveInput, muteInput, orderInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { muteRequest } from "@/lib/requests/mute";

export const comment = formAction({
  input: commentInput,
  command: commentOnRequest,
  done: (_, { reference }) => `/requests/${reference}#latest`,
});

export const move = formAction({
  input: moveInput,
  command: moveRequest,
  done: (_, { reference }) => `/requests/${reference}#latest`,
});

export const edit = formAction({
  input: editInput,
  command: editComment,
  done: (entry, { reference }) => `/requests/${reference}?entry=${entry}#entry-${entry}`,
});

export const order = formAction({
  input: orderInput,
  command: chooseOrder,
  done: (_, { reference, history }) =>
    `/requests/${encodeURIComponent(reference)}${history === "comments" ? "?history=comments" : ""}#history`,
});

export const mute = formAction({
  input: muteInput,
  command: muteRequest,
  done: (_, { reference }) => `/requests/${reference}`,
});
