"use server";

import { answerRequest } from "@/lib/desk/answer";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { answerInput, assignInput, claimInput } from "@/lib/desk/input";
import { formAction } from "@/lib/entry/action";
import { moveInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";

const backTo = (_: unknown, { reference }: { reference: string }) => `/agent/requests/${reference}`;
const toLatest = (_: unknown, { reference }: { reference: string }) => `/agent/requests/${reference}#latest`;

export const answer = formAction({ input: answerInput, command: answerRequest, done: toLatest });
export const move = formAction({ input: moveInput, command: moveRequest, done: toLatest });
export const claim = formAction({ input: claimInput, command: claimRequest, done: backTo });
export const assign = formAction({ input: assignInput, command: assignRequest, done: backTo });
