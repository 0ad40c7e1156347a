"use server";

import { formAction } from "@/lib/entry/action";
import { commentOnRequest } from "@/lib/requests/comments";
import { commentInput, moveInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";

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
